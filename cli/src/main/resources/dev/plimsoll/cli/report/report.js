
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PAGE = 200;
  const WORDS = {error: "error", warning: "warning", info: "note", unknown: "not checked"};
  const ROLES = {
    "overridden-layer": "weaker layer", template: "template", object: "object", definition: "defined here"
  };
  const SIGNS = {error: "✕", unknown: "?", warning: "▲", info: "•"};
  const RANK = {error: 0, unknown: 1, warning: 2, info: 3};
  const $ = (id) => document.getElementById(id);

  // Everything is put into the page as text: nothing that a chart says can be markup.
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // `code` in messages, as the terminal shows it.
  function prose(text) {
    const parts = text.split("`");
    const whole = parts.length % 2 === 1;
    return parts.map((part, i) => (i % 2 === 1 && whole ? el("code", {}, part) : whole ? part : (i ? "`" : "") + part));
  }

  // What was not checked is listed like a diagnostic, as it is no silence.
  const entries = [
    ...data.diagnostics.map((each) => ({...each, level: each.severity})),
    ...data.notChecked.map((each) => ({
      ...each, level: "unknown", severity: "unknown", rule: "not-checked", message: each.reason, related: [], fixes: [], object: null,
      precision: "exact", helpUri: null
    }))
  ];
  entries.forEach((entry) => {
    entry.cells = new Set(entry.affects);
    entry.haystack = [entry.message, entry.rule, entry.place.file, entry.accepted ? entry.accepted.reason : ""]
      .join("\n").toLowerCase();
  });
  entries.sort((a, b) => (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.line - b.place.line
    || a.place.column - b.place.column));

  const filter = {text: "", severity: "", rule: "", environment: "", release: "", cell: null};
  let limit = PAGE;

  function accepts(entry, without) {
    if (filter.severity && without !== "severity") {
      const wanted = filter.severity;
      if (wanted === "accepted" ? !entry.accepted : entry.accepted || entry.level !== wanted) return false;
    } else if (entry.accepted && without !== "severity") {
      return false;
    }
    if (filter.rule && entry.rule !== filter.rule) return false;
    if (filter.text && !entry.haystack.includes(filter.text)) return false;
    if (filter.cell !== null && !entry.cells.has(filter.cell)) return false;
    if (filter.environment || filter.release) {
      return entry.affects.some((i) => (!filter.environment || data.cells[i].environment === filter.environment)
        && (!filter.release || data.cells[i].release === filter.release));
    }
    return true;
  }

  // --- Totals and matrix ---------------------------------------------------------------------------------------------

  const count = (test) => entries.filter(test).length;
  const plural = (n, one, many) => n + " " + (n === 1 ? one : many);

  function totals() {
    const kinds = [
      ["error", "errors", (e) => e.level === "error" && !e.accepted],
      ["warning", "warnings", (e) => e.level === "warning" && !e.accepted],
      ["info", "notes", (e) => e.level === "info" && !e.accepted],
      ["unknown", "not checked", (e) => e.level === "unknown" && !e.accepted],
      ["accepted", "accepted", (e) => e.accepted]
    ];
    $("totals").replaceChildren(...kinds.map(([kind, word, test]) => {
      const n = count(test);
      return el("button", {
        type: "button", class: "total " + (n ? kind : "none"), "aria-pressed": String(filter.severity === kind),
        onclick: () => set({severity: filter.severity === kind ? "" : kind})
      }, el("b", {}, String(n)), el("span", {}, word));
    }));
  }

  function cellState(index) {
    const mine = entries.filter((entry) => !entry.accepted && entry.cells.has(index));
    const worst = mine.map((entry) => entry.level).sort((a, b) => RANK[a] - RANK[b])[0];
    const counts = ["error", "unknown", "warning", "info"]
      .map((level) => [mine.filter((entry) => entry.level === level).length, level])
      .filter(([n]) => n > 0);
    const parts = counts.map(([n, level]) => el("span", {class: level}, SIGNS[level] + " " + n));
    const rendered = data.cells[index].objects !== -1;
    const words = counts
      .map(([n, level]) => (level === "unknown" ? n + " not checked" : plural(n, WORDS[level], WORDS[level] + "s")));
    if (!rendered) words.push("nothing rendered");
    return {
      kind: worst || (rendered ? "fine" : "unknown"),
      content: parts.length ? parts : [rendered ? "✓" : "–"],
      label: words.join(", ") || "nothing found, " + plural(data.cells[index].objects, "object", "objects")
    };
  }

  function matrix() {
    if (!data.cells.length) {
      $("matrix").replaceChildren(el("p", {class: "quiet"}, "No release is known."));
      return;
    }
    const key = (cell) => cell.environment + "\n" + cell.cluster;
    const columns = [...new Map(data.cells.map((cell) => [key(cell), cell])).values()];
    const order = (cell) => data.environments.indexOf(cell.environment);
    columns.sort((a, b) => order(a) - order(b) || (a.cluster < b.cluster ? -1 : 1));
    const rows = [...new Set(data.cells.map((cell) => cell.release))];
    const at = new Map(data.cells.map((cell, i) => [cell.release + "\n" + key(cell), i]));
    const head = el("tr", {}, el("td", {}), ...columns.map((column) => el("th", {scope: "col"}, column.environment,
      column.cluster ? el("small", {}, column.cluster) : null)));
    const body = rows.map((release) => {
      const chart = data.cells.find((cell) => cell.release === release).chart;
      return el("tr", {}, el("th", {scope: "row"}, release, chart && chart.split(" ")[0] !== release
        ? el("small", {}, chart) : el("small", {}, chart.split(" ").slice(1).join(" "))),
      ...columns.map((column) => {
        const index = at.get(release + "\n" + key(column));
        if (index === undefined) return el("td", {class: "quiet"});
        const state = cellState(index);
        const where = release + " in " + column.environment + (column.cluster ? " on " + column.cluster : "");
        return el("td", {}, el("button", {
          type: "button", class: "cell " + state.kind, tabindex: "-1", title: where + ": " + state.label,
          "aria-label": where + ": " + state.label, "aria-pressed": String(filter.cell === index), "data-cell": index,
          onclick: () => set({cell: filter.cell === index ? null : index})
        }, ...state.content));
      }));
    });
    const old = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.cell : undefined;
    $("matrix").replaceChildren(
      el("table", {class: "matrix"}, el("thead", {}, head), el("tbody", {}, ...body)),
      el("p", {class: "legend"}, ...["✕ errors", "▲ warnings", "• notes", "? not checked", "✓ nothing found", "– nothing rendered"]
        .map((text) => el("span", {}, text))));
    const cells = [...document.querySelectorAll(".cell")];
    const current = cells.find((cell) => cell.dataset.cell === old) || cells[0];
    if (current) current.tabIndex = 0;
    if (old !== undefined && current) current.focus();
  }

  $("matrix").addEventListener("keydown", (event) => {
    const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key];
    const button = event.target.closest(".cell");
    if (!step || !button) return;
    event.preventDefault();
    const rows = [...document.querySelectorAll(".matrix tbody tr")].map((row) => [...row.children].slice(1));
    let row = rows.findIndex((cells) => cells.some((cell) => cell.contains(button)));
    let column = rows[row].findIndex((cell) => cell.contains(button));
    do {
      row += step[0];
      column += step[1];
    } while (rows[row] && rows[row][column] && !rows[row][column].firstChild);
    const next = rows[row] && rows[row][column] && rows[row][column].firstChild;
    if (!next) return;
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  // --- Results -------------------------------------------------------------------------------------------------------

  function snippet(place, level) {
    if (!place.source) return null;
    const {text, start, end} = place.source;
    const marked = end > start ? text.slice(start, end) : " ";
    return el("div", {class: "snippet " + level}, el("span", {class: "number"}, String(place.line)), text.slice(0, start),
      el("mark", {}, marked), text.slice(Math.max(end, start)));
  }

  const spot = (place) => data.prefix + place.file + ":" + place.line + ":" + place.column;

  function chips(affects) {
    const names = affects.map((i) => data.cells[i]);
    return el("div", {class: "chips"}, ...names.map((cell) => el("span", {class: "chip"},
      cell.release + " · " + cell.environment + (cell.cluster ? " · " + cell.cluster : ""))));
  }

  function facts(entry) {
    const rows = [];
    const add = (name, ...content) => rows.push(el("dt", {}, name), el("dd", {}, ...content));
    if (entry.affects.length) add("affects", chips(entry.affects));
    if (entry.object) {
      const o = entry.object;
      add("object", el("code", {}, o.kind + " " + (o.namespace ? o.namespace + "/" : "") + o.name), o.path ? " " : "",
        o.path ? el("code", {}, o.path) : "");
    }
    entry.fixes.forEach((fix) => add("fix", ...prose(fix.title), el("span", {class: "quiet"}, " · " + fix.applicability)));
    if (entry.precision !== "exact") add("place", "The place is " + entry.precision + ".");
    if (entry.accepted) {
      const by = entry.accepted;
      add("accepted", by.reason, el("span", {class: "quiet"}, [by.kind, by.owner, by.expires ? "until " + by.expires : ""]
        .filter((text) => text).map((text) => " · " + text).join("")));
    }
    const rule = data.rules[entry.rule];
    if (rule) add("why", ...prose(rule.why || rule.summary));
    if (entry.helpUri) add("rule", el("a", {href: entry.helpUri, rel: "noreferrer"}, entry.rule));
    return rows.length ? el("dl", {class: "facts"}, ...rows) : null;
  }

  function chain(entry) {
    const own = el("li", {class: "wins"}, el("span", {class: "code"}, spot(entry.place)),
      el("span", {class: "role"}, "  the line to edit"), snippet(entry.place, entry.level));
    if (!entry.related.length) return snippet(entry.place, entry.level);
    return el("ol", {class: "chain"}, own, ...entry.related.map((related) => el("li", {}, el("span", {class: "code"},
      spot(related.place)), el("span", {class: "role"}, "  " + ROLES[related.role]), snippet(related.place, ""),
    el("div", {class: "role"}, ...prose(related.message)))));
  }

  function card(entry) {
    const kind = entry.accepted ? "accepted" : entry.level;
    const details = el("details", {class: "card"}, el("summary", {},
      el("span", {class: "badge " + kind}, entry.accepted ? "accepted" : WORDS[entry.level]),
      el("span", {}, ...prose(entry.message)),
      el("span", {class: "where code"}, entry.rule + "  " + entry.place.line + ":" + entry.place.column)));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) {
        details.append(el("div", {class: "body"}, chain(entry), facts(entry)));
      }
    });
    return details;
  }

  function list() {
    const shown = entries.filter((entry) => accepts(entry));
    const nodes = [];
    let file = null;
    for (const entry of shown.slice(0, limit)) {
      if (entry.place.file !== file) {
        file = entry.place.file;
        nodes.push(el("h3", {class: "file"}, el("span", {class: "code"}, data.prefix + file)));
      }
      nodes.push(card(entry));
    }
    if (!shown.length) {
      nodes.push(el("p", {class: "empty"}, entries.length ? "Nothing fits these filters." : "Nothing was found."));
    }
    $("list").replaceChildren(...nodes);
    $("shown").textContent = plural(shown.length, "result", "results");
    $("more").hidden = shown.length <= limit;
    $("clear").disabled = !Object.entries(filter).some(([, value]) => value !== "" && value !== null);
  }

  function options(id, all, names) {
    const select = $(id);
    select.replaceChildren(el("option", {value: ""}, all), ...names.map(([value, text]) => el("option", {value}, text)));
    select.addEventListener("change", () => set({[id]: select.value, cell: null}));
  }

  function set(change) {
    Object.assign(filter, change);
    limit = PAGE;
    for (const id of ["severity", "rule", "environment", "release"]) $(id).value = filter[id];
    if ($("text").value.toLowerCase() !== filter.text) $("text").value = filter.text;
    tab("results");
    totals();
    matrix();
    list();
  }

  function clear() {
    set({text: "", severity: "", rule: "", environment: "", release: "", cell: null});
  }

  // --- Values --------------------------------------------------------------------------------------------------------

  const label = (i) => data.cells[i].environment + (data.cells[i].cluster ? " · " + data.cells[i].cluster : "");

  function compareOptions() {
    const releases = Object.keys(data.values);
    $("of").replaceChildren(...releases.map((release) => el("option", {value: release}, release)));
    sides();
  }

  function sides() {
    const of = data.values[$("of").value];
    const cells = of ? of.cells : [];
    for (const [id, chosen] of [["left", 0], ["right", cells.length - 1]]) {
      $(id).replaceChildren(...cells.map((cell, i) => el("option", {value: i, selected: i === chosen}, label(cell))));
    }
    differences();
  }

  function side(value) {
    if (!value) return el("td", {class: "absent"}, "not set");
    return el("td", {}, el("span", {class: "code"}, value[0]), el("small", {}, value[1]));
  }

  function differences() {
    const of = data.values[$("of").value];
    const left = Number($("left").value);
    const right = Number($("right").value);
    const rows = of ? of.rows.filter((row) => (row.of[left] || [null])[0] !== (row.of[right] || [null])[0]) : [];
    $("differences").textContent = of ? plural(rows.length, "value differs", "values differ") : "";
    if (!of) {
      $("diff").replaceChildren(el("p", {class: "empty"}, "No release is in two environments with values that differ."));
      return;
    }
    $("diff").replaceChildren(rows.length
      ? el("table", {class: "diff"}, el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "value"),
        el("th", {scope: "col"}, label(of.cells[left])), el("th", {scope: "col"}, label(of.cells[right])))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, el("th", {scope: "row"}, el("span", {class: "code"}, row.path)),
        side(row.of[left]), side(row.of[right])))))
      : el("p", {class: "empty"}, "Both have the same values."),
    of.more ? el("p", {class: "quiet"}, plural(of.more, "further value differs", "further values differ") + " somewhere; see `plimsoll values --diff`.") : "");
  }

  // --- Tabs, theme, keyboard -----------------------------------------------------------------------------------------

  function tab(name) {
    for (const each of ["results", "values"]) {
      $(each).hidden = each !== name;
      $("tab-" + each).setAttribute("aria-selected", String(each === name));
      $("tab-" + each).tabIndex = each === name ? 0 : -1;
    }
  }

  const themes = ["system", "light", "dark"];
  function theme() {
    const now = document.documentElement.dataset.theme || "system";
    const next = themes[(themes.indexOf(now) + 1) % themes.length];
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    $("theme").textContent = "Theme: " + next;
  }

  function move(step) {
    const cards = [...document.querySelectorAll(".card > summary")];
    const at = cards.indexOf(document.activeElement);
    const next = cards[at < 0 ? (step > 0 ? 0 : cards.length - 1) : at + step];
    if (next) next.focus();
  }

  const keys = {
    "/": () => { tab("results"); $("text").focus(); }, j: () => move(1), k: () => move(-1), c: clear, t: theme,
    v: () => tab("values"), r: () => tab("results"), "?": () => $("help").showModal()
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (typing && event.key === "Escape") {
      // A search field would clear itself without a word.
      event.preventDefault();
      event.target.blur();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || $("help").open || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  document.querySelector(".tabs").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = $("results").hidden ? "results" : "values";
    tab(other);
    $("tab-" + other).focus();
  });
  $("tab-results").addEventListener("click", () => tab("results"));
  $("tab-values").addEventListener("click", () => tab("values"));
  $("theme").addEventListener("click", theme);
  $("keys").addEventListener("click", () => $("help").showModal());
  $("clear").addEventListener("click", clear);
  $("more").addEventListener("click", () => { limit += PAGE; list(); });
  $("text").addEventListener("input", () => set({text: $("text").value.toLowerCase()}));
  document.querySelectorAll("main form").forEach((form) => form.addEventListener("submit", (event) => event.preventDefault()));
  $("of").addEventListener("change", sides);
  $("left").addEventListener("change", differences);
  $("right").addEventListener("change", differences);

  const same = (names) => [...new Set(names)].map((name) => [name, name]);
  options("severity", "Every severity", [["error", "errors"], ["warning", "warnings"], ["info", "notes"],
    ["unknown", "not checked"], ["accepted", "accepted"]]);
  options("rule", "Every rule", same(entries.map((entry) => entry.rule)).sort());
  options("environment", "Every environment", same(data.environments));
  options("release", "Every release", same(data.cells.map((cell) => cell.release)));
  compareOptions();
  set({});
})();

-- Run by try-neovim.sh: compares what Neovim shows with what `plimsoll check` reported, then types a mistake.
local PATIENCE = 60000
local VALUES = "environments/prod/values.yaml"
local SEVERITY = { "error", "warning", "info" }

local function say(text)
  io.stdout:write(text .. "\n")
end

local function fail(text)
  say(text)
  vim.cmd("cquit! 1")
end

-- Files of which something is said, with their lines as Neovim counts columns in them.
local lines_of = {}
local function characters(file, line, byte)
  lines_of[file] = lines_of[file] or vim.fn.readfile(file)
  return vim.fn.strchars((lines_of[file][line + 1] or ""):sub(1, byte))
end

local function first_line(text)
  return (text:gsub("\n.*", ""))
end

-- Whatever is in an archive is shown at the archive.
local function reported(each, severity, rule, message)
  local start = each.location.range.start
  local archive = each.location.file:match("^(.-)!")
  local place = archive and archive .. ":1:1" or ("%s:%d:%d"):format(each.location.file, start.line, start.column)
  return ("%s %s [%s] %s"):format(place, severity, rule, first_line(message))
end

local function checked()
  local report = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.PLIMSOLL_CHECKED), "\n"))
  local found = {}
  for _, each in ipairs(report.diagnostics) do
    if each.suppression == vim.NIL then
      table.insert(found, reported(each, each.severity, each.rule, each.message))
    end
  end
  for _, each in ipairs(report.notChecked) do
    if (each.suppression or vim.NIL) == vim.NIL then
      table.insert(found, reported(each, "info", "not-checked", each.reason))
    end
  end
  table.sort(found)
  return found
end

local function shown()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get()) do
    local file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(each.bufnr), ":.")
    table.insert(
      found,
      ("%s:%d:%d %s [%s] %s"):format(
        file,
        each.lnum + 1,
        characters(file, each.lnum, each.col) + 1,
        SEVERITY[each.severity],
        each.user_data.lsp.code,
        first_line(each.message)
      )
    )
  end
  table.sort(found)
  return found
end

-- What is in one list and not in the other, each as often as it is there.
local function without(all, others)
  local left = {}
  for _, each in ipairs(others) do
    left[each] = (left[each] or 0) + 1
  end
  return vim.tbl_filter(function(each)
    left[each] = (left[each] or 0) - 1
    return left[each] < 0
  end, all)
end

for _, file in ipairs({ "charts/shop/templates/deployment.yaml", "charts/shop/templates/_helpers.tpl", VALUES }) do
  vim.cmd("edit " .. file)
  if not vim.wait(PATIENCE, function() return next(vim.lsp.buf_get_clients(0)) ~= nil end, 50) then
    fail("No server is attached to " .. file .. " (" .. vim.bo.filetype .. ").")
  end
end

local expected = checked()
if #expected == 0 then
  fail("plimsoll check reports nothing, so there is nothing to compare.")
end
if not vim.wait(PATIENCE, function() return vim.deep_equal(expected, shown()) end, 100) then
  for _, each in ipairs(without(expected, shown())) do
    say("missing: " .. each)
  end
  for _, each in ipairs(without(shown(), expected)) do
    say("not reported by check: " .. each)
  end
  fail("Neovim does not show what plimsoll check reports.")
end
say(("ok %d diagnostics, as plimsoll check reports them"):format(#expected))

vim.api.nvim_buf_set_lines(0, -1, -1, false, { "plimsollTypo: 1" })
local function typo()
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.message:find("plimsollTypo", 1, true) then
      return each
    end
  end
end
if not vim.wait(PATIENCE, function() return typo() ~= nil end, 50) then
  fail("A key that nothing knows is not underlined when it is typed.")
end
say(("ok %s:%d: %s"):format(VALUES, typo().lnum + 1, first_line(typo().message)))
vim.cmd("qall!")

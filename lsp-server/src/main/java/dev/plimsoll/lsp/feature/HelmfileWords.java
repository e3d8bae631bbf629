package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileFields;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be typed in a helmfile. */
final class HelmfileWords {

  private static final Pattern NAME =
      Pattern.compile("(?m)^(?:- +| +)name: *[\"']?([\\w.-]+)[\"']?\\s*$");

  private HelmfileWords() {}

  static void complete(Context context, YamlTyping typing, Map<String, CompletionItem> items) {
    List<String> keys = new ArrayList<>();
    for (ValuePath.Step step : typing.path().steps()) {
      if (step instanceof ValuePath.Key(String key)) {
        keys.add(key);
      }
    }
    if (!typing.isValue()) {
      HelmfileFields.at(keys)
          .forEach((name, type) -> {
            if (!typing.siblings().contains(name)) {
              add(context, typing, items, name, name + ": ", CompletionItemKind.Property, type);
            }
          });
    }
    for (String value : values(context, keys)) {
      add(context, typing, items, value, value, CompletionItemKind.Value, "");
    }
  }

  private static Set<String> values(Context context, List<String> keys) {
    HelmfileEstate helmfiles = context.analysed().result().estate().helmfiles();
    Set<String> values = new LinkedHashSet<>();
    if (keys.equals(List.of("environments"))) {
      values.addAll(context.analysed().environments());
    }
    if (keys.equals(List.of("releases", "needs"))) {
      for (LoadedEnvironment environment : helmfiles.environments()) {
        environment.releases().stream().map(HelmfileRelease::id).forEach(values::add);
      }
      // What is being typed may keep the rest from being loaded.
      Matcher name = NAME.matcher(context.source().text());
      while (name.find()) {
        values.add(name.group(1));
      }
    }
    if (keys.equals(List.of("releases", "chart"))) {
      String folder = context.path().contains("/") ? context.path().replaceAll("[^/]*$", "") : "";
      for (Chart chart : context.analysed().result().estate().charts()) {
        if (chart.path().startsWith(folder)) {
          values.add("./" + chart.path().substring(folder.length()));
        }
      }
    }
    if (keys.equals(List.of("releases", "namespace"))) {
      context
          .analysed()
          .result()
          .estate()
          .releases()
          .forEach(release -> values.add(release.namespace()));
    }
    return values;
  }

  private static void add(
      Context context,
      YamlTyping typing,
      Map<String, CompletionItem> items,
      String label,
      String text,
      CompletionItemKind kind,
      String detail) {
    CompletionItem item = new CompletionItem(label);
    item.setKind(kind);
    if (!detail.isEmpty()) {
      item.setDetail(detail);
    }
    item.setTextEdit(
        Either.forLeft(
            new TextEdit(context.adapter().range(context.source(), typing.typed()), text)));
    items.putIfAbsent(label, item);
  }
}

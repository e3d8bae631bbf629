package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileFields;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.schema.SchemaKnowledge;
import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be typed in a helmfile. */
final class HelmfileWords {

  private static final Pattern NAME =
      Pattern.compile("(?m)^(?:- +| +)name: *[\"']?([\\w.-]+)[\"']?\\s*$");

  private HelmfileWords() {}

  static void complete(Context context, YamlTyping typing, CompletionItems items) {
    List<String> keys = typing.keys();
    SchemaKnowledge schema = SchemaWords.ofHelmfile();
    if (!typing.isValue()) {
      HelmfileFields.at(keys)
          .forEach((name, type) ->
              items.key(
                  name,
                  ": ",
                  type,
                  schema.facts(typing.path().key(name)).map(KeyFacts::description),
                  typing.typed()));
      items.remove(typing.siblings());
    }
    schema.facts(typing.path()).ifPresent(facts -> items.values(facts, typing.typed()));
    values(context, keys).forEach(value -> items.value(value, typing.typed()));
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
}

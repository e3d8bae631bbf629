package dev.plimsoll.lsp.feature;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.lsp.protocol.Addresses;
import dev.plimsoll.lsp.protocol.ClientFacts;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.lsp.workspace.Settings;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;

/** What {@code plimsoll check} reports, as an editor shows it. */
public final class DiagnosticsFeature {

  /** The code of what could not be checked. */
  public static final String NOT_CHECKED = "not-checked";

  private static final String SOURCE = "plimsoll";

  private final Addresses addresses;
  private final Settings settings;
  private final ClientFacts client;

  public DiagnosticsFeature(Addresses addresses, Settings settings, ClientFacts client) {
    this.addresses = addresses;
    this.settings = settings;
    this.client = client;
  }

  /**
   * The diagnostics of every file that has some, by address. What a project accepts is left out.
   */
  public Map<String, List<org.eclipse.lsp4j.Diagnostic>> of(Analysed analysed) {
    Map<String, List<org.eclipse.lsp4j.Diagnostic>> byUri = new LinkedHashMap<>();
    List<RuleMetadata> own = analysed.result().project().ownRules();
    RuleLinks links = new RuleLinks(own);
    for (Diagnostic diagnostic : analysed.result().diagnostics()) {
      if (diagnostic.accepted().isEmpty()
          && diagnostic.severity().isAtLeast(settings.minimumSeverity())) {
        of(byUri, diagnostic.location().file()).add(translated(diagnostic, links, own));
      }
    }
    for (NotChecked notChecked : analysed.result().notChecked()) {
      if (notChecked.accepted().isEmpty()) {
        of(byUri, notChecked.location().file()).add(translated(notChecked));
      }
    }
    return byUri;
  }

  private List<org.eclipse.lsp4j.Diagnostic> of(
      Map<String, List<org.eclipse.lsp4j.Diagnostic>> byUri, SourceFile file) {
    return byUri.computeIfAbsent(addresses.uri(file), _ -> new ArrayList<>());
  }

  private org.eclipse.lsp4j.Diagnostic translated(
      Diagnostic diagnostic, RuleLinks links, List<RuleMetadata> own) {
    org.eclipse.lsp4j.Diagnostic translated =
        new org.eclipse.lsp4j.Diagnostic(
            addresses.range(diagnostic.location()),
            text(diagnostic.message(), diagnostic.location().file(), diagnostic.affects()),
            severity(diagnostic.severity()),
            SOURCE,
            diagnostic.rule().value());
    translated.setCodeDescription(new DiagnosticCodeDescription(links.of(diagnostic.rule())));
    if (client.hasRelatedInformation() && !diagnostic.related().isEmpty()) {
      translated.setRelatedInformation(
          diagnostic.related().stream().map(this::translated).toList());
    }
    if (client.hasTags()) {
      tag(diagnostic.rule(), own).ifPresent(tag -> translated.setTags(List.of(tag)));
    }
    JsonObject data = data(diagnostic.affects());
    data.addProperty("precision", diagnostic.precision().label());
    diagnostic.object().ifPresent(object -> data.addProperty("object", object.toString()));
    translated.setData(data);
    return translated;
  }

  private static Optional<DiagnosticTag> tag(RuleId rule, List<RuleMetadata> own) {
    return own.stream()
        .filter(each -> each.id().equals(rule))
        .findFirst()
        .or(() -> BuiltInRules.catalog().find(rule))
        .flatMap(RuleMetadata::tag)
        .map(tag ->
            switch (tag) {
              case UNNECESSARY -> DiagnosticTag.Unnecessary;
              case DEPRECATED -> DiagnosticTag.Deprecated;
            });
  }

  private org.eclipse.lsp4j.Diagnostic translated(NotChecked notChecked) {
    org.eclipse.lsp4j.Diagnostic translated =
        new org.eclipse.lsp4j.Diagnostic(
            addresses.range(notChecked.location()),
            text(notChecked.reason(), notChecked.location().file(), notChecked.affects()),
            DiagnosticSeverity.Information,
            SOURCE,
            NOT_CHECKED);
    translated.setData(data(notChecked.affects()));
    return translated;
  }

  private DiagnosticRelatedInformation translated(RelatedLocation related) {
    return new DiagnosticRelatedInformation(
        addresses.location(related.location()), related.message());
  }

  /** A member of an archive that the client cannot open is named in the text. */
  private String text(String message, SourceFile file, List<Affected> affects) {
    StringBuilder text = new StringBuilder(message);
    if (!addresses.isShown(file)) {
      text.append("\nIn ").append(file.path()).append('.');
    }
    if (!affects.isEmpty()) {
      text.append("\nAffects ").append(AffectsText.of(affects)).append('.');
    }
    return text.toString();
  }

  private static JsonObject data(List<Affected> affects) {
    JsonArray cells = new JsonArray();
    for (Affected cell : affects) {
      JsonObject each = new JsonObject();
      each.addProperty("release", cell.release());
      each.addProperty("environment", cell.environment());
      each.addProperty("cluster", cell.cluster());
      cells.add(each);
    }
    JsonObject data = new JsonObject();
    data.add("affects", cells);
    return data;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
    };
  }
}

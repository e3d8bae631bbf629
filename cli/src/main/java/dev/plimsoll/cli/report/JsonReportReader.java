package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.LayerOffer;
import dev.plimsoll.analysis.Summary;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.Subject;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link JsonReport} writes. Files from elsewhere are not trusted to be such. */
public final class JsonReportReader {

  /** A text that is no report of ours. */
  public static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** Who reads the files that offers name. */
  private final Map<String, Set<Affected>> readBy;

  private JsonReportReader(JsonNode shard) {
    this.readBy = new HashMap<>();
    for (JsonNode layer : shard.path("layers")) {
      String file = text(layer, "file");
      Set<Affected> readers = Set.copyOf(all(layer.path("affects"), JsonReportReader::cell));
      if (readBy.putIfAbsent(file, readers) != null) {
        throw new IllegalArgumentException("its `layers` name `" + file + "` twice");
      }
    }
  }

  /** The report that {@code json} says. */
  public static CheckReport read(String json) throws Unreadable {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      if (root.path("schemaVersion").asInt(0) != 1 || !root.path("diagnostics").isArray()) {
        throw new Unreadable("it is no JSON report of `plimsoll check`");
      }
      return new JsonReportReader(root.path("shard")).report(root);
    } catch (JacksonException e) {
      throw new Unreadable("it is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw new Unreadable("it is no JSON report of `plimsoll check`: " + e.getMessage());
    }
  }

  private CheckReport report(JsonNode root) {
    JsonNode shard = root.path("shard");
    List<CellValues> values = all(shard.path("values"), JsonReportReader::values);
    return new CheckReport(
        root.at("/tool/version").asString(),
        shard.path("prefix").asString(""),
        shard.path("complete").asBoolean(true),
        summary(root.path("summary")),
        all(shard.path("cells"), JsonReportReader::shownCell),
        all(root.path("diagnostics"), this::diagnostic),
        all(root.path("notChecked"), JsonReportReader::notChecked),
        () -> values,
        all(shard.path("rules"), JsonReportReader::rule),
        shard.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new ShardPart(
                    shard.path("index").asInt(),
                    shard.path("count").asInt(),
                    all(shard.path("pending"), this::diagnostic))));
  }

  private static Summary summary(JsonNode node) {
    return new Summary(
        node.path("releases").asInt(),
        node.path("environments").asInt(),
        node.path("cells").asInt(),
        node.path("renders").asInt(),
        node.path("objects").asInt(),
        node.path("error").asInt(),
        node.path("warning").asInt(),
        node.path("info").asInt(),
        node.path("suppressed").asInt(),
        node.path("notChecked").asInt());
  }

  private static ShownCell shownCell(JsonNode node) {
    return new ShownCell(
        cell(node), text(node, "namespace"), text(node, "chart"), node.path("objects").asInt());
  }

  private static CellValues values(JsonNode node) {
    return new CellValues(
        cell(node),
        all(
            node.path("leaves"),
            leaf ->
                new CellValues.Leaf(
                    leaf.path(0).asString(), leaf.path(1).asString(), leaf.path(2).asString())));
  }

  private ShownDiagnostic diagnostic(JsonNode node) {
    String fingerprint = text(node, "fingerprint");
    String mendedBy = node.path("mendedBy").asString("");
    List<LayerOffer<ShownFix.Edit>> offers = all(node.path("offers"), this::offer);
    return new ShownDiagnostic(
        new RuleId(text(node, "rule")),
        Severity.parse(text(node, "severity")).orElseThrow(() -> wrong("severity")),
        text(node, "message"),
        place(node.path("location")),
        all(node.path("related"), JsonReportReader::related),
        Precision.valueOf(text(node, "precision").toUpperCase(Locale.ROOT)),
        present(node.path("object")).map(JsonReportReader::object),
        all(node.path("objects"), JsonReportReader::subject),
        all(node.path("affects"), JsonReportReader::cell),
        all(node.path("fixes"), JsonReportReader::fix),
        () -> offers,
        () -> mendedBy,
        () -> fingerprint,
        present(node.path("suppression")).map(JsonReportReader::accepted),
        text(node, "helpUri"));
  }

  private static RuleMetadata rule(JsonNode node) {
    Map<Profile, Severity> severities = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      Severity.parse(node.path("severity").path(profile.label()).asString(""))
          .ifPresent(severity -> severities.put(profile, severity));
    }
    return new RuleMetadata(
        new RuleId(text(node, "id")),
        List.of(),
        text(node, "category"),
        severities,
        text(node, "summary"),
        text(node, "why"),
        text(node, "fine"),
        all(node.path("links"), JsonNode::asString),
        List.of(),
        false);
  }

  private static ShownNotChecked notChecked(JsonNode node) {
    return new ShownNotChecked(
        text(node, "reason"),
        place(node.path("location")),
        all(node.path("affects"), JsonReportReader::cell),
        present(node.path("suppression")).map(JsonReportReader::accepted));
  }

  private static ShownDiagnostic.Related related(JsonNode node) {
    String label = text(node, "role");
    for (RelatedLocation.Role role : RelatedLocation.Role.values()) {
      if (role.label().equals(label)) {
        return new ShownDiagnostic.Related(
            role, place(node.path("location")), text(node, "message"));
      }
    }
    throw wrong("role");
  }

  private static ObjectRef object(JsonNode node) {
    return new ObjectRef(
        text(node, "apiVersion"),
        text(node, "kind"),
        text(node, "namespace"),
        text(node, "name"),
        text(node, "path"));
  }

  private static ShownSubject subject(JsonNode node) {
    String fingerprint = text(node, "fingerprint");
    return new ShownSubject(
        new Subject(
            text(node, "message"), object(node), all(node.path("affects"), JsonReportReader::cell)),
        () -> fingerprint);
  }

  private static ShownFix fix(JsonNode node) {
    return new ShownFix(
        text(node, "title"), applicability(node), all(node.path("edits"), JsonReportReader::edit));
  }

  private static Fix.Applicability applicability(JsonNode node) {
    return Fix.Applicability.valueOf(text(node, "applicability").toUpperCase(Locale.ROOT));
  }

  private static ShownFix.Edit edit(JsonNode node) {
    return new ShownFix.Edit(text(node, "file"), range(node.path("range")), text(node, "newText"));
  }

  private LayerOffer<ShownFix.Edit> offer(JsonNode node) {
    List<LayerOffer.Place<ShownFix.Edit>> places = all(node.path("places"), this::layerPlace);
    return new LayerOffer<>(
        text(node, "title"),
        applicability(node),
        all(node.path("edits"), JsonReportReader::edit),
        node.path("editable").asBoolean(),
        all(node.path("readers"), reader -> reader(reader, places)));
  }

  private LayerOffer.Place<ShownFix.Edit> layerPlace(JsonNode node) {
    String file = text(node, "file");
    Set<Affected> cells = readBy.get(file);
    if (cells == null) {
      throw wrong("layers");
    }
    return new LayerOffer.Place<>(file, edit(node), node.path("depth").asInt(), cells);
  }

  private static LayerOffer.Reader<ShownFix.Edit> reader(
      JsonNode node, List<LayerOffer.Place<ShownFix.Edit>> all) {
    List<LayerOffer.Place<ShownFix.Edit>> places =
        all(node.path("places"), number -> all.get(number.asInt()));
    return new LayerOffer.Reader<>(cell(node), () -> places);
  }

  private static AcceptedBy accepted(JsonNode node) {
    return new AcceptedBy(
        AcceptedBy.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
        text(node, "reason"),
        text(node, "owner"),
        present(node.path("expires")).map(date -> LocalDate.parse(date.asString())));
  }

  private static Affected cell(JsonNode node) {
    return new Affected(text(node, "release"), text(node, "environment"), text(node, "cluster"));
  }

  private static ShownPlace place(JsonNode node) {
    return new ShownPlace(
        text(node, "file"),
        range(node.path("range")),
        present(node.path("source"))
            .map(line ->
                new MarkedLine(
                    text(line, "text"), line.path("start").asInt(), line.path("end").asInt())));
  }

  private static Range range(JsonNode node) {
    return new Range(position(node.path("start")), position(node.path("end")));
  }

  private static Position position(JsonNode node) {
    return new Position(node.path("line").asInt(), node.path("column").asInt());
  }

  private static String text(JsonNode node, String name) {
    if (!node.path(name).isString()) {
      throw wrong(name);
    }
    return node.path(name).asString();
  }

  private static <T> List<T> all(JsonNode array, Function<JsonNode, T> reader) {
    return array.valueStream().map(reader).toList();
  }

  private static Optional<JsonNode> present(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static IllegalArgumentException wrong(String name) {
    return new IllegalArgumentException("`" + name + "` is missing or wrong");
  }
}

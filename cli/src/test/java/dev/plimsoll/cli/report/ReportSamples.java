package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.Summary;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports with everything in them that a format could trip over. */
final class ReportSamples {

  private static final RuleLinks LINKS = new RuleLinks(List.of());

  /** What a chart can make a message say: it quotes names and values. */
  static final String NASTY =
      "a\nb\r\n\"c\" 'd' 100% ::error::x, y: `e` <script>alert(1)</script> & 🚢 \u0007\u001b[31m ]]> | "
          + "\uD83D ##[error]z {0} [t](u)";

  static final Affected DEV = new Affected("shop", "dev", "dev-1");
  static final Affected PROD = new Affected("shop", "prod", "");
  static final RuleCatalog NO_RULES = new RuleCatalog(List.of());

  private static final SourceFile FILE =
      new SourceFile("env ü/pr#d,1:2%.yaml", "a: 1\n🚢: \"<b>\" # 🚢🚢\nc: |\n  x\n  y\n");

  private ReportSamples() {}

  /** One error with everything, one note that is accepted, one thing that was not checked. */
  static CheckReport full() {
    SecretMask mask = SecretMask.of(List.of());
    Diagnostic error =
        Diagnostic.of(new RuleId("bad-thing"), FILE.at(new Span(9, 14)), NASTY)
            .withAffects(List.of(DEV, PROD))
            .withRelated(RelatedLocation.Role.DEFINITION, FILE.at(new Span(0, 1)), NASTY)
            .withObject(new ObjectRef("v1", "Service", "ns", "shop", "spec.ports[0]"))
            .withFix(
                new Fix(
                    "Write `x`",
                    Fix.Applicability.SAFE,
                    List.of(new TextEdit(FILE.at(new Span(9, 14)), "\"x\"\n"))))
            .withFix(new Fix("Think", Fix.Applicability.DISPLAY, List.of()));
    Diagnostic accepted =
        Diagnostic.of(new RuleId("fine-thing"), FILE.at(new Span(24, 34)), "Fine.")
            .withSeverity(Severity.INFO)
            .withAffects(List.of(PROD))
            .withAccepted(
                new AcceptedBy(
                    AcceptedBy.Kind.SUPPRESSION,
                    "because <x> & \"y\"",
                    "team-a",
                    Optional.of(LocalDate.of(2027, 1, 31))));
    NotChecked notChecked =
        new NotChecked("The chart <x> is not here: " + NASTY, FILE.start(), List.of(DEV));
    return new CheckReport(
        "1.2.3",
        "estate/",
        true,
        new Summary(1, 2, 3, 1, 7, 1, 0, 0, 1, 1),
        List.of(
            new ShownCell(DEV, "shop", "shop 1.0.0", ShownCell.NOT_RENDERED),
            new ShownCell(PROD, "shop", "shop 1.0.0", 7),
            new ShownCell(new Affected("web", "prod", ""), "web", "web 2.0.0", 0)),
        List.of(ShownDiagnostic.of(error, mask, LINKS), ShownDiagnostic.of(accepted, mask, LINKS)),
        List.of(ShownNotChecked.of(notChecked, mask)),
        () -> List.of(),
        List.of(),
        Optional.empty());
  }

  /** So many warnings of one rule in one file. */
  static CheckReport warnings(int count) {
    SecretMask mask = SecretMask.of(List.of());
    SourceFile file = new SourceFile("values.yaml", "a: 1\n".repeat(count));
    List<ShownDiagnostic> all =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i ->
                ShownDiagnostic.of(
                    Diagnostic.of(
                            new RuleId("some-thing"),
                            file.at(new Span(5 * i, 5 * i + 1)),
                            "Number " + i + " of ##[warning]x.")
                        .withSeverity(Severity.WARNING),
                    mask,
                    LINKS))
            .toList();
    return new CheckReport(
        "1.2.3",
        "",
        true,
        new Summary(0, 0, 0, 0, 0, 0, count, 0, 0, 0),
        List.of(),
        all,
        List.of(),
        () -> List.of(),
        List.of(),
        Optional.empty());
  }
}

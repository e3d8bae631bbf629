package dev.plimsoll.rules.secrets;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.HelmfileLeaves;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file that is meant for sops and that sops has not seen. */
public final class UnencryptedSopsFile implements Rule {

  private static final RuleId ID = new RuleId("unencrypted-sops-file");

  private final EstateShelf shelf;

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public UnencryptedSopsFile(EstateShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    List<EditableFile> files = shelf.files(context.estate());
    SopsDuty duty = SopsDuty.of(shelf, context.estate());
    for (EditableFile file : files) {
      duty.neglect(file)
          .ifPresent(neglect ->
              sink.report(diagnostic(firstKey(file), neglect).withAffects(file.affects())));
    }
    // Secrets of environments are values of no release. The first leaf stands for its file.
    Map<SourceFile, Location> places = new HashMap<>();
    HelmfileLeaves.visit(
        context.estate(),
        files,
        leaf ->
            duty.neglect(leaf.location().file())
                .ifPresent(neglect -> {
                  Location place =
                      places.computeIfAbsent(
                          leaf.location().file(), _ -> leaf.value().origin().keyLocation());
                  sink.report(diagnostic(place, neglect).withAffects(leaf.affects()));
                }));
  }

  private static Diagnostic diagnostic(Location place, SopsDuty.Neglect neglect) {
    String message =
        "This file stands in clear text, and %s says that sops should encrypt it."
            .formatted(neglect.says());
    Diagnostic diagnostic = Diagnostic.of(ID, place, message);
    return neglect
        .place()
        .map(at -> diagnostic.withRelated(RelatedLocation.Role.DEFINITION, at, neglect.there()))
        .orElse(diagnostic);
  }

  private static Location firstKey(EditableFile file) {
    for (YamlDocument document : file.yaml().documents()) {
      YamlNode root = document.root();
      if (root != null) {
        YamlNode first =
            root instanceof YamlMapping mapping && !mapping.entries().isEmpty()
                ? mapping.entries().getFirst().key()
                : root;
        return file.source().at(first.span());
      }
    }
    return file.source().start();
  }
}

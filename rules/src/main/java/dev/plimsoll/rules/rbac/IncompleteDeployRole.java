package dev.plimsoll.rules.rbac;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rbac.DeployNeed;
import dev.plimsoll.rbac.DeployNeed.Purpose;
import dev.plimsoll.rbac.DeployNeeds;
import dev.plimsoll.rbac.PermissionGraph;
import dev.plimsoll.rbac.PolicyRule;
import dev.plimsoll.rbac.ReleaseNeeds;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The role of an account that deploys and may not do what Helm does for these releases. */
public final class IncompleteDeployRole implements Rule {

  private static final RuleId ID = new RuleId("incomplete-deploy-role");
  private static final List<String> ROLES = List.of("Role", "ClusterRole");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    List<String> words = context.parameters().strings("accounts");
    String storage = context.parameters().string("storage");
    ReleaseNeeds derivation = new ReleaseNeeds(context.estate(), context.helm(), storage);
    Map<ReleaseObjects, DeployNeeds> known = new LinkedHashMap<>();
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      boolean hasRoles =
          ROLES.stream()
              .flatMap(kind -> cluster.ofKind(kind).stream())
              .anyMatch(placed -> placed.release().release().isEmpty());
      List<DeployRole> roles =
          hasRoles ? DeployRole.all(PermissionGraph.of(cluster), words) : List.of();
      for (DeployRole role : roles) {
        for (ReleaseObjects objects : cluster.releases()) {
          objects
              .release()
              .ifPresent(release -> {
                DeployNeeds needs =
                    known.computeIfAbsent(
                        objects,
                        _ ->
                            derivation.of(
                                release, derivation.deployment(release), objects.objects()));
                new Check(role, release, needs, context.helm().major())
                    .report(cluster.cells(objects), findings);
              });
        }
      }
    }
    findings.reportTo(sink);
  }

  private record Target(String group, String resource) {}

  /** The verbs of one resource that are missing. */
  private record Missing(Set<String> verbs, Set<Purpose> purposes, List<String> examples) {

    Missing() {
      this(new TreeSet<>(), EnumSet.noneOf(Purpose.class), new ArrayList<>());
    }
  }

  /** One role and one release. */
  private record Check(DeployRole role, ReleaseInstance release, DeployNeeds needs, int helm) {

    void report(List<Affected> cells, ObjectFindings findings) {
      Map<Target, Missing> missing = new LinkedHashMap<>();
      for (DeployNeed need : needs.needs()) {
        // A test runs when somebody looks, and the namespace is often there already.
        boolean isAsked =
            !need.purposes().equals(Set.of(Purpose.TEST))
                && !need.purposes().contains(Purpose.NAMESPACE);
        if (isAsked && isSure(need) && role.isFor(need) && !role.allows(need)) {
          Missing found =
              missing.computeIfAbsent(
                  new Target(need.group(), need.resource()), _ -> new Missing());
          found.verbs().add(need.verb());
          found.purposes().addAll(need.purposes());
          found.examples().add(need.example());
        }
      }
      missing.forEach((target, found) -> findings.add(diagnostic(target, found), cells));
    }

    /** A resource whose name is guessed by its kind may have another one, in the same group. */
    private boolean isSure(DeployNeed need) {
      return !need.isGuessed() || !role.knows(need.group());
    }

    private Diagnostic diagnostic(Target target, Missing missing) {
      List<String> verbs = DeployNeed.ordered(missing.verbs());
      Optional<Field> place =
          role.ruleFor(target.group(), target.resource())
              .flatMap(PolicyRule::field)
              .map(field -> field.get("verbs"));
      Diagnostic found =
          Diagnostic.of(
              ID, place.map(this::whole).orElseGet(this::rules), message(target, missing));
      return place
          .filter(field -> isAboutNothingElse(field, target))
          .flatMap(field -> addition(field, verbs))
          .map(found::withFix)
          .orElse(found);
    }

    private String message(Target target, Missing missing) {
      String may = ", and this role may not " + verbs(DeployNeed.ordered(missing.verbs()));
      String example = missing.examples().getFirst();
      if (missing.purposes().contains(Purpose.STORAGE)) {
        return "Helm keeps its releases in "
            + (target.resource().equals("secrets") ? "Secrets" : "ConfigMaps")
            + may
            + (missing.verbs().contains("delete")
                ? " them: the history cannot be pruned, so the upgrade after the tenth revision"
                    + " fails, and so does uninstalling."
                : " them.");
      }
      if (missing.purposes().contains(Purpose.MANAGED)
          || missing.purposes().contains(Purpose.DEFINITION)) {
        return "`" + release.name() + "` has the " + example + may + " it.";
      }
      if (missing.purposes().contains(Purpose.HOOK)) {
        return "`" + release.name() + "` has the hook " + example + may + " it.";
      }
      if (missing.purposes().contains(Purpose.BINDING)) {
        return example
            + " of `"
            + release.name()
            + "` binds a role that this account lacks"
            + may
            + " it.";
      }
      return missing.purposes().contains(Purpose.FOLLOWED)
          ? "Helm "
              + helm
              + " looks at "
              + target.resource()
              + " while it waits for the "
              + example
              + " of `"
              + release.name()
              + "`"
              + may
              + " them."
          : "Helm "
              + helm
              + " watches the "
              + example
              + " of `"
              + release.name()
              + "` while it waits"
              + may
              + " it.";
    }

    private static String verbs(List<String> verbs) {
      return "`" + String.join("`, `", verbs) + "`";
    }

    private static boolean isAboutNothingElse(Field verbs, Target target) {
      List<Field> resources =
          verbs.parent().map(rule -> rule.get("resources").items()).orElse(List.of());
      return resources.size() == 1
          && resources.getFirst().text().filter(target.resource()::equals).isPresent();
    }

    /** More rights are nothing to give without a look. */
    private Optional<Fix> addition(Field verbs, List<String> missing) {
      YamlNode node = verbs.node().orElseThrow();
      if (!(node instanceof YamlSequence list) || list.items().isEmpty() || !list.flow()) {
        return Optional.empty();
      }
      int end = list.items().getLast().span().end();
      return Optional.of(
          new Fix(
              "Add " + verbs(missing),
              Fix.Applicability.UNSAFE,
              List.of(
                  new TextEdit(file().at(new Span(end, end)), ", " + String.join(", ", missing)))));
    }

    /** The list itself, and not its key. */
    private Location whole(Field list) {
      return file().at(list.node().orElseThrow().span());
    }

    private Location rules() {
      return role.rules().origin().map(SpanOrigin::location).orElseGet(file()::start);
    }

    private SourceFile file() {
      return role.placed()
          .object()
          .root()
          .origin()
          .map(origin -> origin.location().file())
          .orElseGet(() -> new SourceFile(role.placed().object().source(), ""));
    }
  }
}

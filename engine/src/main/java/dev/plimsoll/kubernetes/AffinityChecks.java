package dev.plimsoll.kubernetes;

import java.util.List;

/** What the API server checks of the affinities of a pod. */
final class AffinityChecks {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private final Demands demands;

  AffinityChecks(Demands demands) {
    this.demands = demands;
  }

  void check(Part spec) {
    spec.at("affinity", "nodeAffinity").ifPresent(this::node);
    for (String kind : List.of("podAffinity", "podAntiAffinity")) {
      spec.at("affinity", kind).ifPresent(this::pods);
    }
  }

  private void node(Part affinity) {
    affinity
        .get(REQUIRED)
        .ifPresent(selector -> {
          if (selector.list("nodeSelectorTerms").isEmpty()
              && selector.get("nodeSelectorTerms").filter(Part::isList).isPresent()) {
            demands.missing(selector, "nodeSelectorTerms");
          }
          selector.list("nodeSelectorTerms").forEach(this::term);
        });
    for (Part preferred : affinity.list(PREFERRED)) {
      demands.range(preferred, "weight", 1, 100);
      preferred.get("preference").ifPresent(this::term);
    }
  }

  private void term(Part term) {
    for (Part expression : term.list("matchExpressions")) {
      String operator = expression.text("operator", "");
      int values = expression.list("values").size();
      switch (operator) {
        case "In", "NotIn" -> {
          if (values == 0) {
            demands.missing(expression, "values");
          }
        }
        case "Exists", "DoesNotExist" -> {
          if (values > 0) {
            demands.invalid(
                expression.get("values").orElseThrow(), "must not be set for `" + operator + "`");
          }
        }
        case "Gt", "Lt" -> {
          if (values != 1) {
            demands.invalid(
                expression.get("values").orElse(expression),
                "must have one item for `" + operator + "`");
          }
        }
        default ->
            demands.supported(
                expression, "operator", "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
      }
      demands.name(expression, "key", Names::qualifiedName);
    }
  }

  private void pods(Part affinity) {
    affinity.list(REQUIRED).forEach(this::podTerm);
    for (Part preferred : affinity.list(PREFERRED)) {
      demands.range(preferred, "weight", 1, 100);
      preferred.get("podAffinityTerm").ifPresent(this::podTerm);
    }
  }

  private void podTerm(Part term) {
    demands.requireText(term, "topologyKey");
    demands.name(term, "topologyKey", Names::qualifiedName);
    term.get("labelSelector").ifPresent(demands::selector);
    term.get("namespaceSelector").ifPresent(demands::selector);
  }
}

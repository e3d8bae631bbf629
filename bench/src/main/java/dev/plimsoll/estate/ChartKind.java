package dev.plimsoll.estate;

import java.util.List;

/**
 * A kind of chart that an estate has, made of files that others share and of its own.
 *
 * @param templates the resources that are its templates, without the extension
 * @param defaults the resources that together are its {@code values.yaml}, without the extension
 * @param inner the charts inside it
 */
record ChartKind(List<String> templates, List<String> defaults, List<InnerChart> inner) {

  static final ChartKind WEB =
      new ChartKind(
          List.of(
              "shared/serviceaccount",
              "shared/configmap",
              "shared/secret",
              "shared/deployment",
              "shared/service",
              "shared/hpa",
              "shared/pdb",
              "shared/networkpolicy",
              "web/ingress"),
          List.of("shared/values", "shared/pods", "web/values"),
          List.of(InnerChart.COMMON, InnerChart.CACHE));

  static final ChartKind WORKER =
      new ChartKind(
          List.of(
              "shared/serviceaccount",
              "shared/configmap",
              "shared/secret",
              "shared/deployment",
              "shared/service",
              "shared/hpa",
              "shared/pdb",
              "shared/networkpolicy"),
          List.of("shared/values", "shared/pods"),
          List.of(InnerChart.COMMON));

  static final ChartKind STORE =
      new ChartKind(
          List.of(
              "shared/serviceaccount",
              "shared/configmap",
              "shared/secret",
              "shared/service",
              "shared/pdb",
              "shared/networkpolicy",
              "store/statefulset",
              "store/headless"),
          List.of("shared/values", "store/values"),
          List.of(InnerChart.COMMON));

  static final ChartKind BATCH =
      new ChartKind(
          List.of(
              "shared/serviceaccount",
              "shared/configmap",
              "shared/secret",
              "shared/networkpolicy",
              "batch/cronjob",
              "batch/role",
              "batch/rolebinding"),
          List.of("shared/values", "batch/values"),
          List.of(InnerChart.COMMON));

  private static final List<ChartKind> TURN = List.of(WEB, WORKER, STORE, WEB, BATCH);

  ChartKind {
    templates = List.copyOf(templates);
    defaults = List.copyOf(defaults);
    inner = List.copyOf(inner);
  }

  /** The kind of a chart. */
  static ChartKind of(int chart) {
    return TURN.get(chart % TURN.size());
  }

  /** A chart inside others. */
  record InnerChart(String name, String version, List<String> templates) {

    static final InnerChart COMMON =
        new InnerChart(
            "common", "1.4.2", List.of("_names.tpl", "_labels.tpl", "_images.tpl", "_pod.tpl"));

    static final InnerChart CACHE =
        new InnerChart(
            "cache", "0.9.1", List.of("_helpers.tpl", "deployment.yaml", "service.yaml"));

    InnerChart {
      templates = List.copyOf(templates);
    }
  }
}

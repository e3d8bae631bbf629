package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the API server checks of Jobs and of what makes them. */
final class JobChecks {

  private static final int LONGEST_CRON_JOB_NAME = 52;

  private final WorkloadChecks workloads;
  private final Demands demands;

  JobChecks(int minor, Consumer<Violation> sink, WorkloadChecks workloads) {
    this.workloads = workloads;
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    object
        .get("spec")
        .ifPresent(spec -> {
          if (kind.equals("Job")) {
            job(spec);
          } else {
            cronJob(object, spec);
          }
        });
  }

  private void job(Part spec) {
    demands.notNegative(
        spec,
        "parallelism",
        "completions",
        "activeDeadlineSeconds",
        "backoffLimit",
        "ttlSecondsAfterFinished",
        "backoffLimitPerIndex",
        "maxFailedIndexes");
    demands.supported(spec, "completionMode", "Indexed", "NonIndexed");
    boolean isIndexed = spec.text("completionMode", "").equals("Indexed");
    if (isIndexed && spec.has("parallelism")) {
      demands.require(spec, "completions");
    }
    if (!isIndexed) {
      for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy")) {
        spec.get(field).ifPresent(part -> demands.invalid(part, "needs `completionMode: Indexed`"));
      }
    }
    if (spec.has("selector") && !spec.isTrue("manualSelector")) {
      demands.report(
          Violation.atKey(
              ObjectRules.CONFLICTING_FIELDS,
              spec.get("selector").orElseThrow(),
              "Kubernetes makes the selector of a Job itself, so `%s` is refused without `manualSelector: true`."
                  .formatted(spec.path("selector"))));
    }
    spec.get("template")
        .ifPresent(template -> {
          workloads.template(template, Set.of());
          template.get("spec").ifPresent(this::restartOfJob);
        });
  }

  private void restartOfJob(Part pod) {
    if (pod.text("restartPolicy").isEmpty()) {
      demands.report(
          Violation.missing(
              ObjectRules.MISSING_FIELD,
              pod,
              "restartPolicy",
              "`%s` is missing; the pods of a Job need `OnFailure` or `Never`."
                  .formatted(pod.path("restartPolicy"))));
    } else {
      demands.supported(pod, "restartPolicy", "OnFailure", "Never");
    }
  }

  private void cronJob(Part object, Part spec) {
    demands.requireText(spec, "schedule");
    spec.text("schedule")
        .flatMap(CronSchedule::problem)
        .ifPresent(problem ->
            demands.report(
                ObjectRules.INVALID_SCHEDULE,
                spec.get("schedule").orElseThrow(),
                "The schedule `%s` %s.".formatted(spec.text("schedule", ""), problem)));
    spec.get("timeZone")
        .filter(zone -> zone.text().filter(text -> !CronSchedule.isZone(text)).isPresent())
        .ifPresent(zone ->
            demands.report(
                ObjectRules.INVALID_SCHEDULE,
                zone,
                "There is no time zone `%s`; one is called `Europe/Berlin`, for example."
                    .formatted(ScalarCheck.shown(zone.text().orElse("")))));
    demands.supported(spec, "concurrencyPolicy", "Allow", "Forbid", "Replace");
    demands.notNegative(
        spec, "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
    object
        .at("metadata", "name")
        .filter(
            name -> name.text().filter(text -> text.length() > LONGEST_CRON_JOB_NAME).isPresent())
        .ifPresent(name -> demands.invalid(name, "of a CronJob must have at most 52 characters"));
    spec.at("jobTemplate", "spec").ifPresent(this::job);
  }
}

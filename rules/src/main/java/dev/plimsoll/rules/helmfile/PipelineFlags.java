package dev.plimsoll.rules.helmfile;

import dev.plimsoll.rule.RuleContext;
import java.util.regex.Pattern;

/** What pipelines add to the helmfiles that they run. */
final class PipelineFlags {

  private PipelineFlags() {}

  /** A command of a pipeline that runs helmfile with a flag, such as {@code --kube-context}. */
  static Pattern helmfileWith(String flag) {
    return Pattern.compile("\\bhelmfile\\s[^\\n;&|#]*" + Pattern.quote(flag) + "\\b");
  }

  /** Whether any pipeline has such a command. */
  static boolean areSaid(Pattern command, RuleContext context) {
    return context.estate().plainFiles().pipelines().stream()
        .anyMatch(file -> command.matcher(file.text()).find());
  }
}

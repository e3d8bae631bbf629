package dev.plimsoll.rules;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.rules.example.ExampleWorkspace;
import dev.plimsoll.rules.example.MarkedFile;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Every rule that Plimsoll has, over workspaces with markers. */
final class BuiltInExamples {

  private BuiltInExamples() {}

  static AnalysisResult analyze(ExampleWorkspace example) {
    return example.analyze(new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules()));
  }

  static List<String> differences(
      ExampleWorkspace example, AnalysisResult result, Predicate<Diagnostic> which) {
    return differences(example.marked(), result, which);
  }

  static List<String> differences(
      Collection<MarkedFile> marked, AnalysisResult result, Predicate<Diagnostic> which) {
    return ExampleWorkspace.differences(marked, result, BuiltInRules.catalog(), which);
  }
}

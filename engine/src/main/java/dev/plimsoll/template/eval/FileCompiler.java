package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateFile.Definition;
import dev.plimsoll.template.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.List;

/** Makes a file ready to be executed. */
final class FileCompiler {

  private final TemplateSource source;
  private final FunctionTable functions;

  FileCompiler(TemplateSource source, FunctionTable functions) {
    this.source = source;
    this.functions = functions;
  }

  /** The definitions in their order, and the file itself at the end. */
  List<Template> compile(TemplateFile file) {
    List<Template> templates = new ArrayList<>();
    for (Definition definition : file.definitions()) {
      templates.add(template(definition.name(), definition.body()));
    }
    templates.add(template(source.name(), file.body()));
    return templates;
  }

  private Template template(String name, TemplateNode.Block body) {
    Variables variables = new Variables();
    Block compiled = new StatementCompiler(source, functions, variables).block(body);
    return new Template(name, compiled, variables.count(), body.isBlank());
  }
}

package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.function.Signature;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.HelmVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** The functions that tests of the evaluator may call. */
final class TestFunctions {

  private TestFunctions() {}

  static FunctionTable table(HelmVersion helm) {
    FunctionTable known = HelmFunctions.table(helm);
    List<TemplateFunction> functions = new ArrayList<>();
    known.names().forEach(name -> functions.add(Objects.requireNonNull(known.get(name))));
    Signature any = Signature.variadic(Parameter.ANY);
    functions.add(
        new TemplateFunction("list", any, (_, values) -> new GoList(values, Trace.NONE)));
    functions.add(new TemplateFunction("dict", any, (_, values) -> dict(values)));
    functions.add(
        new TemplateFunction(
            "set",
            Signature.of(Parameter.MAP, Parameter.STRING, Parameter.ANY),
            (_, values) -> {
              ((GoMap) values.get(0)).put(((GoString) values.get(1)).text(), values.get(2));
              return values.get(0);
            }));
    functions.add(
        new TemplateFunction(
            "b64enc",
            Signature.of(Parameter.STRING),
            (_, values) -> GoString.of(base64(((GoString) values.getFirst()).text()))));
    return new FunctionTable(functions);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static GoMap dict(List<GoValue> values) {
    GoMap map = new GoMap(Trace.NONE);
    for (int i = 0; i < values.size(); i += 2) {
      map.put(
          GoPrinter.text(values.get(i)),
          i + 1 < values.size() ? values.get(i + 1) : GoString.EMPTY);
    }
    return map;
  }
}

package dev.plimsoll.template.function;

import static dev.plimsoll.template.function.Operands.map;
import static dev.plimsoll.template.function.Operands.text;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Maps ({@code dict.go} of Sprig). Where Sprig gives keys in the random order of Go's maps they are
 * sorted here: templates whose output depends on that order sort themselves.
 */
final class DictFunctions {

  private static final String ANY_MAP = "map[string]interface {}";

  private DictFunctions() {}

  static List<TemplateFunction> family() {
    Signature mapAndKey = Signature.of(Parameter.MAP, Parameter.STRING);
    Signature mapAndKeys = Signature.variadic(Parameter.MAP, Parameter.STRING);
    Signature maps = Signature.variadic(Parameter.MAP, Parameter.MAP);
    Signature any = Signature.variadic(Parameter.ANY);
    return List.of(
        new TemplateFunction("dict", any, DictFunctions::dict),
        new TemplateFunction("get", mapAndKey, DictFunctions::get),
        new TemplateFunction(
            "set",
            Signature.of(Parameter.MAP, Parameter.STRING, Parameter.ANY),
            DictFunctions::set),
        new TemplateFunction("unset", mapAndKey, DictFunctions::unset),
        new TemplateFunction("hasKey", mapAndKey, DictFunctions::hasKey),
        new TemplateFunction(
            "pluck", Signature.variadic(Parameter.STRING, Parameter.MAP), DictFunctions::pluck),
        new TemplateFunction("keys", Signature.variadic(Parameter.MAP), DictFunctions::keys),
        new TemplateFunction("values", Signature.of(Parameter.MAP), DictFunctions::values),
        new TemplateFunction("pick", mapAndKeys, DictFunctions::pick),
        new TemplateFunction("omit", mapAndKeys, DictFunctions::omit),
        new TemplateFunction("dig", any, DictFunctions::dig),
        new TemplateFunction("merge", maps, DictFunctions::merge),
        new TemplateFunction("mustMerge", maps, DictFunctions::merge),
        new TemplateFunction("mergeOverwrite", maps, DictFunctions::mergeOverwrite),
        new TemplateFunction("mustMergeOverwrite", maps, DictFunctions::mergeOverwrite),
        new TemplateFunction("deepCopy", Signature.of(Parameter.ANY), DictFunctions::deepCopy),
        new TemplateFunction("mustDeepCopy", Signature.of(Parameter.ANY), DictFunctions::deepCopy));
  }

  private static GoValue dict(FunctionContext context, List<GoValue> arguments) {
    GoMap dict = new GoMap(Trace.NONE);
    for (int i = 0; i < arguments.size(); i += 2) {
      TracedText key = Operands.print(context, arguments.get(i));
      GoValue value = i + 1 < arguments.size() ? arguments.get(i + 1) : GoString.EMPTY;
      dict.put(key.text(), value, key.trace());
    }
    return dict;
  }

  /** {@code get}: a key that is not there is the empty text. */
  private static GoValue get(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    String key = text(arguments, 1);
    GoValue value = map.get(key);
    Trace asked = arguments.get(1).trace();
    return value == null
        ? GoString.computed("", map.missing(key).and(asked))
        : value.because(asked);
  }

  private static GoValue set(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    map.put(text(arguments, 1), arguments.get(2), arguments.get(1).trace());
    return map;
  }

  private static GoValue unset(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    map.remove(text(arguments, 1));
    return map;
  }

  private static GoValue hasKey(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    String key = text(arguments, 1);
    boolean has = map.has(key);
    Trace trace = has ? map.keyTrace(key) : map.missing(key);
    return new GoBool(has, trace.and(arguments.get(1).trace()));
  }

  private static GoValue pluck(FunctionContext context, List<GoValue> arguments) {
    String key = text(arguments, 0);
    List<GoValue> found = new ArrayList<>();
    Trace trace = Trace.NONE;
    for (int i = 1; i < arguments.size(); i++) {
      GoValue value = map(arguments, i).get(key);
      if (value == null) {
        trace = trace.and(map(arguments, i).missing(key));
      } else {
        found.add(value);
      }
    }
    return new GoList(found, trace);
  }

  private static GoValue keys(FunctionContext context, List<GoValue> arguments) {
    List<GoValue> keys = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      GoMap map = map(arguments, i);
      for (String key : map.sortedKeys()) {
        keys.add(new GoString(map.keyText(key)));
      }
    }
    return new GoList(keys, GoList.STRINGS, Operands.traces(arguments));
  }

  private static GoValue values(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    List<GoValue> values = new ArrayList<>();
    for (String key : map.sortedKeys()) {
      GoValue value = map.get(key);
      if (value != null) {
        values.add(value);
      }
    }
    return new GoList(values, map.trace());
  }

  private static GoValue pick(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    GoMap picked = new GoMap(map.trace());
    for (int i = 1; i < arguments.size(); i++) {
      copy(map, text(arguments, i), picked);
    }
    return picked;
  }

  private static GoValue omit(FunctionContext context, List<GoValue> arguments) {
    GoMap map = map(arguments, 0);
    Set<String> omitted = new HashSet<>();
    for (int i = 1; i < arguments.size(); i++) {
      omitted.add(text(arguments, i));
    }
    GoMap kept = new GoMap(map.trace());
    for (String key : map.keys()) {
      if (!omitted.contains(key)) {
        copy(map, key, kept);
      }
    }
    return kept;
  }

  private static void copy(GoMap from, String key, GoMap into) {
    GoValue value = from.get(key);
    if (value != null) {
      into.put(key, value, from.keyTrace(key));
    }
  }

  /** {@code dig}: keys, then a default, then the map. */
  private static GoValue dig(FunctionContext context, List<GoValue> arguments) {
    int count = arguments.size();
    if (count < 3) {
      throw new GoFailure("dig needs at least three arguments");
    }
    GoMap map = asMap(arguments.getLast());
    for (int i = 0; i < count - 2; i++) {
      if (!(arguments.get(i) instanceof GoString)) {
        throw new GoFailure(conversion(arguments.get(i), "string"), arguments.get(i).trace());
      }
    }
    for (int i = 0; i < count - 2; i++) {
      String key = text(arguments, i);
      GoValue step = map.get(key);
      if (step == null) {
        return arguments.get(count - 2).because(map.missing(key));
      }
      if (i == count - 3) {
        return step;
      }
      map = asMap(step);
    }
    return arguments.get(count - 2);
  }

  private static GoMap asMap(GoValue value) {
    if (value instanceof GoMap map && map.typeName().equals(GoMap.ANY)) {
      return map;
    }
    throw new GoFailure(conversion(value, ANY_MAP), value.trace());
  }

  /** What Go says where a type assertion fails. */
  private static String conversion(GoValue value, String wanted) {
    String type = value.typeName();
    return "interface conversion: interface {} is "
        + (type.equals("<nil>") ? "nil" : type)
        + ", not "
        + wanted;
  }

  private static GoValue merge(FunctionContext context, List<GoValue> arguments) {
    return merge(arguments, false);
  }

  private static GoValue mergeOverwrite(FunctionContext context, List<GoValue> arguments) {
    return merge(arguments, true);
  }

  private static GoValue merge(List<GoValue> arguments, boolean overwrites) {
    GoMap target = map(arguments, 0);
    for (int i = 1; i < arguments.size(); i++) {
      new MapMerge(overwrites).merge(target, map(arguments, i));
    }
    return target;
  }

  /** {@code copystructure.Copy}. */
  private static GoValue deepCopy(FunctionContext context, List<GoValue> arguments) {
    if (arguments.getFirst() instanceof GoNil) {
      throw new GoFailure("reflect: call of reflect.Value.Type on zero Value");
    }
    return copy(context, arguments.getFirst());
  }

  private static GoValue copy(FunctionContext context, GoValue value) {
    return switch (value) {
      case GoMap map -> {
        context.charge(map.size());
        GoMap copied = map.emptyCopy();
        for (String key : map.keys()) {
          GoValue inner = map.get(key);
          if (inner != null) {
            copied.put(key, copy(context, inner), map.keyTrace(key));
          }
        }
        yield copied;
      }
      case GoList list -> {
        context.charge(list.items().size());
        List<GoValue> items = new ArrayList<>(list.items().size());
        for (GoValue item : list.items()) {
          items.add(copy(context, item));
        }
        yield new GoList(items, list.typeName(), list.trace());
      }
      default -> value;
    };
  }
}

package dev.plimsoll.render;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code .Capabilities.APIVersions}: a list of texts with the method {@code Has}. */
final class VersionSetObject implements GoObject {

  private static final String HAS = "Has";

  private final String typeName;
  private final Set<String> known;
  private final GoList list;

  VersionSetObject(String typeName, List<String> versions, Trace trace) {
    this(typeName, new HashSet<>(versions), texts(typeName, versions, trace));
  }

  private VersionSetObject(String typeName, Set<String> known, GoList list) {
    this.typeName = typeName;
    this.known = known;
    this.list = list;
  }

  private static GoList texts(String typeName, List<String> versions, Trace trace) {
    List<GoValue> texts = new ArrayList<>(versions.size());
    for (String version : versions) {
      texts.add(GoString.computed(version, trace));
    }
    return new GoList(texts, typeName, trace);
  }

  @Override
  public @Nullable GoValue field(String name) {
    return null;
  }

  @Override
  public boolean hasMethod(String name) {
    return name.equals(HAS);
  }

  @Override
  public List<String> parameters(String method) {
    return List.of("string");
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    if (!method.equals(HAS) || !(arguments.getFirst() instanceof GoString wanted)) {
      throw new GoFailure("wrong call of " + method, trace());
    }
    return new GoBool(known.contains(wanted.text()), trace().and(wanted.trace()));
  }

  @Override
  public GoList underlying() {
    return list;
  }

  @Override
  public String print() {
    return GoPrinter.text(list);
  }

  @Override
  public Encoded encoded() {
    return new Encoded.Plain(list);
  }

  @Override
  public Trace trace() {
    return list.trace();
  }

  @Override
  public VersionSetObject because(Trace reason) {
    return new VersionSetObject(typeName, known, list.because(reason));
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public String kindName() {
    return "slice";
  }

  @Override
  public boolean isTrue() {
    return list.isTrue();
  }
}

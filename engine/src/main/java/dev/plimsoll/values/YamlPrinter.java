package dev.plimsoll.values;

/**
 * Values as {@code sigs.k8s.io/yaml} writes them through go-yaml v2, which is what {@code helm get
 * values} prints and, but for the last line end, Helm's {@code toYaml}: sorted keys, lists not
 * indented, long text folded behind column 80.
 */
public final class YamlPrinter {

  private YamlPrinter() {}

  /** The YAML text, which ends with a line end. */
  public static String print(Value value) {
    return print(value, YamlDialect.V2);
  }

  /** The same as another library writes it. */
  public static String print(Value value, YamlDialect dialect) {
    StringTarget<Value> out = new StringTarget<>();
    YamlWriter<Value> writer = new YamlWriter<>(out, dialect);
    new ValueTree(writer, GoText::wellFormed).write(value);
    writer.finish();
    return out.toString();
  }
}

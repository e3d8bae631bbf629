package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.program.CelRule;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.Wanted;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compiled rule on objects.
 *
 * @param each what is judged one by one
 * @param longRunning whether pods that end by themselves are left out
 * @param kinds {@code ConfigMap}, {@code apps/Deployment}; empty for all
 * @param places for each validation the fields to point to, as paths below the part: the first that
 *     is there, or else the first; empty for the field that decided
 * @param wanted for each validation what that field should be, if the rule says it
 */
public record ObjectRule(
    RuleId id,
    Each each,
    boolean longRunning,
    List<String> kinds,
    CelRule rule,
    List<List<String>> places,
    List<Optional<Wanted>> wanted) {

  public ObjectRule {
    kinds = List.copyOf(kinds);
    places = places.stream().map(List::copyOf).toList();
    wanted = List.copyOf(wanted);
  }

  boolean isAbout(KubernetesObject object) {
    if (kinds.isEmpty()) {
      return true;
    }
    String group = object.group();
    return kinds.contains(group.isEmpty() ? object.kind() : group + "/" + object.kind());
  }

  /** Writes the rule in the form that {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(id.value());
    out.writeUTF(each.label());
    out.writeBoolean(longRunning);
    writeTexts(kinds, out);
    rule.write(out);
    out.writeShort(places.size());
    for (List<String> paths : places) {
      writeTexts(paths, out);
    }
    for (Optional<Wanted> each : wanted) {
      write(each, out);
    }
  }

  /** Reads what {@link #write} wrote with the same version of Plimsoll. */
  public static ObjectRule read(DataInput in) throws IOException {
    RuleId id = new RuleId(in.readUTF());
    Each each = Each.parse(in.readUTF()).orElseThrow();
    boolean longRunning = in.readBoolean();
    List<String> kinds = readTexts(in);
    CelRule rule = CelRule.read(in);
    int count = in.readShort();
    List<List<String>> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(readTexts(in));
    }
    List<Optional<Wanted>> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(readWanted(in));
    }
    return new ObjectRule(id, each, longRunning, kinds, rule, places, wanted);
  }

  private static void write(Optional<Wanted> wanted, DataOutput out) throws IOException {
    if (wanted.isEmpty()) {
      out.writeUTF("");
      return;
    }
    out.writeUTF(wanted.get().applicability().name());
    switch (wanted.get()) {
      case Wanted.Content content -> {
        out.writeByte('c');
        out.writeUTF(content.text());
        out.writeBoolean(content.isText());
      }
      case Wanted.Items items -> {
        out.writeByte('i');
        writeTexts(items.texts(), out);
      }
      case Wanted.Presence _ -> out.writeByte('p');
    }
  }

  private static Optional<Wanted> readWanted(DataInput in) throws IOException {
    String applicability = in.readUTF();
    return applicability.isEmpty()
        ? Optional.empty()
        : Optional.of(readWanted(Applicability.valueOf(applicability), in));
  }

  private static Wanted readWanted(Applicability applicability, DataInput in) throws IOException {
    int form = in.readByte();
    return switch (form) {
      case 'c' -> new Wanted.Content(in.readUTF(), in.readBoolean(), applicability);
      case 'i' -> new Wanted.Items(readTexts(in), applicability);
      case 'p' -> new Wanted.Presence(applicability);
      default -> throw new IOException("A fix has the unknown form " + form);
    };
  }

  private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readTexts(DataInput in) throws IOException {
    int count = in.readShort();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}

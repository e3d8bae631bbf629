package dev.plimsoll.linker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.linker.Samples.Circle;
import dev.plimsoll.linker.Samples.Everything;
import dev.plimsoll.linker.Samples.Nothing;
import dev.plimsoll.linker.Samples.Square;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A linked class does what it did before, and Java has nothing left to link in it. */
final class ClassLinkerTest {

  private static final ClassLinker LINKER = new ClassLinker(Path.of("nowhere"));
  private static final Linked LINKED = new Linked();

  @Test
  void switchesChooseAsBefore() throws Exception {
    for (Object object :
        Arrays.asList(
            null,
            500,
            -1,
            7,
            "",
            "abc",
            "abcd",
            CharBuffer.wrap("ab"),
            new int[] {1, 2},
            new Circle(2),
            new Circle(Double.NaN),
            new Square(3),
            Nothing.NOTHING,
            3L)) {
      assertThat(linkedSamples().apply(inLinked(object))).isEqualTo(new Samples().apply(object));
    }
  }

  @Test
  void recordsAreEqualAndHashedAsBefore() throws Exception {
    List<Object[]> arguments = new ArrayList<>();
    arguments.add(everything());
    Object[] others = {false, (byte) 2, 'y', (short) 4, 6, -7L, Float.NaN, -0.0d, null, List.of()};
    for (int i = 0; i < others.length; i++) {
      Object[] changed = everything();
      changed[i] = others[i];
      arguments.add(changed);
    }
    for (Object[] left : arguments) {
      Object before = create(Everything.class, left);
      Object after = create(LINKED.loadClass(Everything.class.getName()), left);
      assertThat(after.hashCode()).isEqualTo(before.hashCode());
      assertThat(after.toString()).isEqualTo(before.toString());
      for (Object[] right : arguments) {
        assertThat(after.equals(create(after.getClass(), right)))
            .isEqualTo(before.equals(create(Everything.class, right)))
            .isEqualTo(Arrays.equals(left, right));
      }
      assertThat(after).isNotEqualTo(before).isNotEqualTo(null);
    }
  }

  @Test
  void nothingIsLeftToLink() throws Exception {
    assertThat(bootstraps("Samples", "typeSwitch"))
        .as("A switch that has a constant among its labels stays.")
        .containsExactly(2L, 1L);
    assertThat(bootstraps("Samples$Shape", "typeSwitch")).containsExactly(1L, 0L);
    for (String name : List.of("equals", "hashCode")) {
      assertThat(bootstraps("Samples$Everything", name)).containsExactly(1L, 0L);
      assertThat(bootstraps("Samples$Empty", name)).containsExactly(1L, 0L);
    }
    assertThat(bootstraps("Samples$Everything", "toString")).containsExactly(1L, 1L);
  }

  @Test
  void leavesAloneWhatHasNothingToLink() throws Exception {
    assertThat(LINKER.link(bytes("ClassLinkerTest$Linked"))).isEmpty();
    assertThat(LINKER.link(linked("Samples$Everything"))).isEmpty();
  }

  /** How many such places there are before and after. */
  private static List<Long> bootstraps(String name, String method) throws IOException {
    return List.of(count(bytes(name), method), count(linked(name), method));
  }

  private static long count(byte[] bytes, String method) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(found -> found.code().stream())
        .flatMap(CodeModel::elementStream)
        .filter(element ->
            element instanceof InvokeDynamicInstruction site
                && site.name().equalsString(method)
                && !site.bootstrapMethod().methodName().equals("makeConcatWithConstants"))
        .count();
  }

  private static Object[] everything() {
    return new Object[] {true, (byte) 1, 'x', (short) 3, 5, 6L, 0.5f, 0.0d, "text", List.of(1, 2)};
  }

  @SuppressWarnings("unchecked")
  private static Function<@Nullable Object, String> linkedSamples() throws Exception {
    return (Function<@Nullable Object, String>)
        create(LINKED.loadClass(Samples.class.getName()), new Object[0]);
  }

  /** The same object of the linked classes, where it is of one of them. */
  private static @Nullable Object inLinked(@Nullable Object object) throws Exception {
    return switch (object) {
      case Circle(double radius) ->
          create(LINKED.loadClass(Circle.class.getName()), new Object[] {radius});
      case Square(int side) ->
          create(LINKED.loadClass(Square.class.getName()), new Object[] {side});
      case Nothing nothing ->
          Objects.requireNonNull(
              LINKED.loadClass(nothing.getDeclaringClass().getName()).getEnumConstants())[0];
      case null, default -> object;
    };
  }

  private static Object create(Class<?> type, @Nullable Object[] arguments) throws Exception {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ClassLinkerTest.class.getResourceAsStream(name + ".class")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static byte[] linked(String name) throws IOException {
    byte[] bytes = bytes(name);
    return LINKER.link(bytes).orElse(bytes);
  }

  /** Loads the samples linked, and the rest as it is. */
  private static final class Linked extends ClassLoader {

    Linked() {
      super(ClassLinkerTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Samples.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try {
        byte[] linked = linked(name.substring(name.lastIndexOf('.') + 1));
        return defineClass(name, linked, 0, linked.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

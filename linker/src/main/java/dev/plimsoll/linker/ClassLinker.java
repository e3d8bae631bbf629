package dev.plimsoll.linker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the calls in a class that Java links when they are first reached by calls of methods of
 * that class.
 *
 * <p>An AOT cache of JDK 25 keeps lambdas and concatenations of strings linked, but not {@code
 * switch} over patterns nor what records do. Java writes, checks and loads a class for each such
 * place at every start, which was a tenth of the time of a small check.
 */
final class ClassLinker {

  private final ClassFile files;

  /**
   * @param root the folder of the classes: what is said there of a class goes before what the class
   *     path says
   */
  ClassLinker(Path root) {
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(type -> open(root, type))
            .orElse(ClassHierarchyResolver.defaultResolver());
    files = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
  }

  /** The class with its sites linked; nothing if it has none. */
  Optional<byte[]> link(byte[] bytes) {
    ClassModel model = files.parse(bytes);
    Transform transform = new Transform(model);
    byte[] linked = files.transformClass(model, transform);
    return transform.sites.isEmpty() ? Optional.empty() : Optional.of(linked);
  }

  private static @Nullable InputStream open(Path root, ClassDesc type) {
    String descriptor = type.descriptorString();
    String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
    try {
      Path file = root.resolve(name);
      return Files.exists(file)
          ? new BufferedInputStream(Files.newInputStream(file))
          : ClassLinker.class.getClassLoader().getResourceAsStream(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Collects the sites of one class while it replaces them, and writes their methods at its end.
   */
  private static final class Transform implements ClassTransform {

    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<CallSite> sites = new ArrayList<>();

    Transform(ClassModel model) {
      owner = model.thisClass().asSymbol();
      isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel method && hasSite(method)) {
        builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
      } else {
        builder.with(element);
      }
    }

    /** What has none is copied as it is. */
    private boolean hasSite(MethodModel method) {
      return method.code().stream()
          .flatMap(CodeModel::elementStream)
          .anyMatch(element -> site(element).isPresent());
    }

    private void replace(CodeBuilder code, CodeElement element) {
      Optional<CallSite> site = site(element);
      if (site.isEmpty()) {
        code.with(element);
        return;
      }
      sites.add(site.get());
      code.invokestatic(owner, name(sites.size() - 1), site.get().type(), isInterface);
    }

    private Optional<CallSite> site(CodeElement element) {
      return element instanceof InvokeDynamicInstruction instruction
          ? CallSite.of(instruction, owner)
          : Optional.empty();
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
      for (int i = 0; i < sites.size(); i++) {
        CallSite site = sites.get(i);
        builder.withMethodBody(name(i), site.type(), flags, site::writeBody);
      }
    }

    private static String name(int site) {
      return "linked$" + site;
    }
  }
}

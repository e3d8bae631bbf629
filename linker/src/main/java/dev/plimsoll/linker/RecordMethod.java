package dev.plimsoll.linker;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a record does where it does not say ({@link java.lang.runtime.ObjectMethods}): {@code
 * equals} compares and {@code hashCode} combines the components, primitive ones as their boxes
 * would. {@code toString} stays with Java, it is for people.
 *
 * @param name {@code equals} or {@code hashCode}
 * @param type that of the call, the record first
 * @param owner the record
 * @param components its fields
 */
record RecordMethod(String name, MethodTypeDesc type, ClassDesc owner, List<Component> components)
    implements CallSite {

  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc OBJECTS_EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
  private static final MethodTypeDesc OBJECTS_HASH_CODE =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);

  /** The class, and the names of the components in one string, come before the components. */
  private static final int FIRST_COMPONENT = 2;

  private static final int THIS = 0;
  private static final int OTHER = 1;
  private static final int FACTOR = 31;

  private record Component(String name, ClassDesc type) {}

  static Optional<CallSite> of(InvokeDynamicInstruction instruction, ClassDesc owner) {
    String name = instruction.name().stringValue();
    boolean isKnown = name.equals("equals") || name.equals("hashCode");
    if (!instruction.bootstrapMethod().owner().equals(BOOTSTRAPS) || !isKnown) {
      return Optional.empty();
    }
    List<Component> components = new ArrayList<>();
    List<ConstantDesc> arguments = instruction.bootstrapArgs();
    for (ConstantDesc argument : arguments.subList(FIRST_COMPONENT, arguments.size())) {
      DirectMethodHandleDesc getter = (DirectMethodHandleDesc) argument;
      components.add(new Component(getter.methodName(), getter.invocationType().returnType()));
    }
    return Optional.of(new RecordMethod(name, instruction.typeSymbol(), owner, components));
  }

  @Override
  public void writeBody(CodeBuilder code) {
    if (name.equals("equals")) {
      writeEquals(code);
    } else {
      writeHashCode(code);
    }
  }

  private void writeEquals(CodeBuilder code) {
    Label notSame = code.newLabel();
    code.aload(THIS).aload(OTHER).if_acmpne(notSame).iconst_1().ireturn();
    code.labelBinding(notSame);
    Label different = code.newLabel();
    code.aload(OTHER).instanceOf(owner).ifeq(different);
    for (Component component : components) {
      code.aload(THIS).getfield(owner, component.name(), component.type());
      code.aload(OTHER).checkcast(owner).getfield(owner, component.name(), component.type());
      if (component.type().isPrimitive()) {
        ClassDesc type = component.type();
        MethodTypeDesc compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
        code.invokestatic(box(type), "compare", compare).ifne(different);
      } else {
        code.invokestatic(OBJECTS, "equals", OBJECTS_EQUALS).ifeq(different);
      }
    }
    code.iconst_1().ireturn();
    code.labelBinding(different);
    code.iconst_0().ireturn();
  }

  private void writeHashCode(CodeBuilder code) {
    code.iconst_0();
    for (Component component : components) {
      ClassDesc type = component.type();
      code.loadConstant(FACTOR).imul();
      code.aload(THIS).getfield(owner, component.name(), type);
      if (type.isPrimitive()) {
        code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", OBJECTS_HASH_CODE);
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException("No primitive: " + primitive);
    };
  }
}

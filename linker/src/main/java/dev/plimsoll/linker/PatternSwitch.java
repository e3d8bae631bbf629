package dev.plimsoll.linker;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The choice of a {@code switch} over patterns ({@link java.lang.runtime.SwitchBootstraps} {@code
 * .typeSwitch}): the index of the first label, from the one that it is told to start at, that the
 * object is an instance of; the number of labels if there is none; -1 for {@code null}.
 *
 * @param type an object and an {@code int} to an {@code int}
 * @param labels the classes, in order
 */
record PatternSwitch(MethodTypeDesc type, List<ClassDesc> labels) implements CallSite {

  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final int OBJECT = 0;
  private static final int START = 1;

  /** Labels that are constants, as in a switch that also has strings, stay with Java. */
  static Optional<CallSite> of(InvokeDynamicInstruction instruction) {
    DirectMethodHandleDesc bootstrap = instruction.bootstrapMethod();
    if (!bootstrap.owner().equals(BOOTSTRAPS) || !bootstrap.methodName().equals("typeSwitch")) {
      return Optional.empty();
    }
    List<ClassDesc> labels = new ArrayList<>();
    for (ConstantDesc label : instruction.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
        return Optional.empty();
      }
      labels.add(type);
    }
    MethodTypeDesc type = instruction.typeSymbol();
    return type.parameterType(OBJECT).isPrimitive()
        ? Optional.empty()
        : Optional.of(new PatternSwitch(type, List.copyOf(labels)));
  }

  @Override
  public void writeBody(CodeBuilder code) {
    Label something = code.newLabel();
    code.aload(OBJECT).ifnonnull(something).iconst_m1().ireturn();
    code.labelBinding(something);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(START).loadConstant(i).if_icmpgt(next);
      code.aload(OBJECT).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn();
      code.labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}

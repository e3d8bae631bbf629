package dev.plimsoll.linker;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

/** An {@code invokedynamic} of which we know what Java would link it to. */
sealed interface CallSite permits PatternSwitch, RecordMethod {

  /** What it is called with, and what it returns. */
  MethodTypeDesc type();

  /** Writes the body of a static method that does the same. */
  void writeBody(CodeBuilder code);

  /** The site, if it is one of those that we link. */
  static Optional<CallSite> of(InvokeDynamicInstruction instruction, ClassDesc owner) {
    Optional<CallSite> found = PatternSwitch.of(instruction);
    return found.isPresent() ? found : RecordMethod.of(instruction, owner);
  }
}

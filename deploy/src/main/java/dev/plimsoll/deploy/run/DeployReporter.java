package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.rollout.Trouble;
import dev.plimsoll.deploy.rollout.WorkloadState;
import java.util.List;

/** Is told what happens, while it happens. */
public interface DeployReporter {

  /** A step begins, or something is worth a line. */
  void step(String text);

  /** A gate has spoken. */
  void gate(GateResult result);

  /** How far the workloads are; called often. */
  void progress(List<WorkloadState> states);

  /** Something failed. */
  void trouble(Trouble trouble);
}

package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;

/** One thing that must hold before anything is changed. */
interface Gate {

  /** Its name in {@code plimsoll.yaml}. */
  String id();

  /** From which profile on it is asked, unless the project says where. */
  Strictness strictness();

  /** Whatever it throws is a no. */
  Verdict judge(GateContext context)
      throws ClusterFailure, HelmFailure, IOException, PlanFolder.Tampered;

  /** How strict a profile is. */
  enum Strictness {
    ALWAYS,
    STAGING,
    PRODUCTION;

    boolean holdsIn(String profile) {
      return switch (this) {
        case ALWAYS -> true;
        case STAGING -> !profile.equals("development");
        case PRODUCTION -> profile.equals("production");
      };
    }
  }
}

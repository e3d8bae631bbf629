package dev.plimsoll.deploy.journal;

/** What a deploy does, in this order. Each is written down before it is done. */
public enum Step {
  /** The deploy begins; nothing is changed yet. */
  START,
  /** Every gate has allowed. */
  GATES,
  /** The release as it was is kept. */
  BACKUP,
  /** Helm is started for a share of the canary, which changes the cluster too. */
  CANARY,
  /** Helm is started: from here on the cluster may be changed. */
  APPLY,
  /** Which process helm is. */
  HELM,
  /** Helm has done its part. */
  APPLIED,
  /** The new pods are healthy. */
  HEALTHY,
  /** What was tried afterwards has passed. */
  VERIFIED,
  /** Something is wrong, and the revision before is brought back. */
  ROLLBACK,
  /** The deploy is over. */
  END
}

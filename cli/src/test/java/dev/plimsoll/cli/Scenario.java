package dev.plimsoll.cli;

/** What the page about deploys has a row of, in its order; each is tried with both helms. */
enum Scenario {
  FIRST_INSTALLATION("A first installation"),
  CRASH_LOOP("The new pods crash"),
  IMAGE_PULL("The image of a first installation cannot be pulled"),
  HANG("The new pods never become ready"),
  FLAPPING("The new pods become ready again and again"),
  HOOK("A hook fails"),
  QUOTA("A quota has no room for the new pods"),
  CANARY("A canary gets 10, 50 and then all, and its metric is good"),
  CANARY_METRIC("The metric of a canary is bad"),
  CANARY_RELEASE("A canary in a second release gets 1 pod, then 2, and its metric is good"),
  CANARY_RELEASE_METRIC("The metric of a canary in a second release is bad"),
  OUTAGE("The API server is away for 30 s in mid-rollout"),
  KILLS("Killed at a random moment, then resumed"),
  TWO_DEPLOYERS("Two deploys at once"),
  PENDING("Helm was killed in an earlier upgrade"),
  PENDING_BACK("Helm was killed in an earlier upgrade; `plimsoll rollback`"),
  RESTORED("Somebody has uninstalled the release; `plimsoll restore`"),
  TAMPERED("A byte of the plan is another"),
  CHANGED_RELEASE("Somebody has deployed since the plan was made"),
  EDITED_OBJECT("Somebody has edited an object since"),
  OTHER_HELM("Another Helm than that of the plan"),
  FIELD_CONFLICT("Somebody else manages a field (server-side apply)"),
  OWNERSHIP("An object is there that belongs to no release"),
  MISSING_VERB("The account may not do what the plan needs"),
  OVERSIZE("The release is larger than a Secret may be"),
  NO_TARGET("The first revision has failed, and there is none to go back to"),
  EVERYTHING_WRONG("17 gates of the profile production have a reason to say no"),
  FREEZE("A freeze window is open"),
  CLOCK_AHEAD("A freeze window is open, and the deployer's clock is ten days ahead"),
  CLOCK_APPROVAL("An approval has expired, and the deployer's clock is 30 h behind"),
  CLOCK_JUMP("The deployer's clock jumps two days to and fro"),
  CLOCK_JUMP_HANG("The clock jumps, and the new pods never become ready"),
  NO_ROOM_FOR_JOURNAL("The disk has no room for the journal"),
  NO_ROOM_FOR_BACKUP("The disk has no room for the backup"),
  DISK_FULL_LATER("The disk is full once Helm has begun"),
  DISK_FULL_LATER_CRASH("The disk is full once Helm has begun, and the new pods crash"),
  SECRETS("Encrypted values; the secret is in no output, record or process list"),
  SECRETS_CRASH("The same with encrypted values, and the new pods crash"),
  SQL_CRASH("The new pods crash; releases in PostgreSQL"),
  SQL_RESTORED("Somebody has uninstalled the release; `plimsoll restore`, releases in PostgreSQL");

  private final String title;

  Scenario(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}

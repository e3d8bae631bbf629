package dev.plimsoll.deploy.rollout;

import java.util.List;

/**
 * Why a workload will not become healthy, so that nobody needs to wait for it.
 *
 * @param reason in a word of Kubernetes ({@code CrashLoopBackOff})
 * @param message a sentence that names the pod and the container
 * @param logs what the container wrote last
 * @param events what the cluster said of it last
 */
public record Trouble(String reason, String message, List<String> logs, List<String> events) {

  public Trouble {
    logs = List.copyOf(logs);
    events = List.copyOf(events);
  }

  /** One that no container has anything to say about. */
  public static Trouble of(String reason, String message) {
    return new Trouble(reason, message, List.of(), List.of());
  }
}

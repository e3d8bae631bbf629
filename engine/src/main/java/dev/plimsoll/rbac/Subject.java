package dev.plimsoll.rbac;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is given rights.
 *
 * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
 * @param namespace of a service account; empty for others
 */
public record Subject(String kind, String namespace, String name) implements Comparable<Subject> {

  private static final String ACCOUNT = "ServiceAccount";
  private static final String GROUP = "Group";
  private static final String ACCOUNT_USER = "system:serviceaccount:";

  /** A service account. */
  public static Subject account(String namespace, String name) {
    return new Subject(ACCOUNT, namespace, name);
  }

  public boolean isAccount() {
    return kind.equals(ACCOUNT);
  }

  /** As others than the account itself are bound: its user name, and the groups that it is in. */
  List<Subject> identities() {
    List<Subject> all = new ArrayList<>();
    all.add(this);
    if (isAccount()) {
      all.add(new Subject("User", "", ACCOUNT_USER + namespace + ":" + name));
      all.add(new Subject(GROUP, "", "system:serviceaccounts:" + namespace));
      all.add(new Subject(GROUP, "", "system:serviceaccounts"));
    }
    if (!kind.equals(GROUP)) {
      all.add(new Subject(GROUP, "", "system:authenticated"));
    }
    return all;
  }

  @Override
  public int compareTo(Subject other) {
    return toString().compareTo(other.toString());
  }

  /** {@code ServiceAccount ci/deployer}, {@code Group developers}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}

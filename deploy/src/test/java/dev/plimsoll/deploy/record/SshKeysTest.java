package dev.plimsoll.deploy.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keys and signatures that OpenSSH itself has made. */
final class SshKeysTest {

  private static final String TEXT = "plimsoll approval\n";

  private static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFXIjtCTxdnaaXtKG3covy9TzAtsLpiHbFjw0PxjA5jf ana";

  private static final String ED25519_PRIVATE =
      """
      -----BEGIN OPENSSH PRIVATE KEY-----
      b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
      QyNTUxOQAAACBVyI7Qk8XZ2ml7Sht3KL8vU8wLbC6Yh2xY8ND8YwOY3wAAAIjvKo3V7yqN
      1QAAAAtzc2gtZWQyNTUxOQAAACBVyI7Qk8XZ2ml7Sht3KL8vU8wLbC6Yh2xY8ND8YwOY3w
      AAAEABE1WKJlihcoOAyNfYsbg+8ehnSsT22xXM9ClSrXa031XIjtCTxdnaaXtKG3covy9T
      zAtsLpiHbFjw0PxjA5jfAAAAA2FuYQEC
      -----END OPENSSH PRIVATE KEY-----
      """;

  private static final String ED25519_SIGNATURE =
      """
      -----BEGIN SSH SIGNATURE-----
      U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgVciO0JPF2dppe0obdyi/L1PMC2
      wumIdsWPDQ/GMDmN8AAAAIcGxpbXNvbGwAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk
      MjU1MTkAAABAenXZVvFD5K8/lbkM6tHirvhW+/B/RsOSgrTd2BLY/SBe+JS8JpIFMF4R7p
      9cuI9Ii/OtbBTl2a8JfYluBEBAAg==
      -----END SSH SIGNATURE-----
      """;

  private static final String RSA =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDxMuuavzFbYPeCZL4nAsfycb+Dmx/UihBLhOjMA59k58CCXhqT6iIXfplSUBKVPYAYkX0ZoxDaCazMuhnKYnqyuvrZ75AEidd4MkR7w3DPd1e4fs2pimWr+0q+FyYv/mQygVwAmWDG5I0NfgJuU8vHddFvBuumWWcQnfM+ZvGLx0tCSCmvJZK3OytWlSpfUPvv7eplUzqV1XMP1uWXkOX5/uBZzCv2LpiWVGACx2VV0VefcJ+n+gyBY9KXUUksrqJ8ieOnJXtN7XnycEPHXgEowbYj9sYlknbvUh5XR3ggKoFHHck3zCrnAt0PpzRiLbfzfAC+cZS/adqt7hicnQwN ben";

  private static final String RSA_SIGNATURE =
      """
      -----BEGIN SSH SIGNATURE-----
      U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBAPEy65q/MVtg94JkvicCx/
      Jxv4ObH9SKEEuE6MwDn2TnwIJeGpPqIhd+mVJQEpU9gBiRfRmjENoJrMy6GcpierK6+tnv
      kASJ13gyRHvDcM93V7h+zamKZav7Sr4XJi/+ZDKBXACZYMbkjQ1+Am5Ty8d10W8G66ZZZx
      Cd8z5m8YvHS0JIKa8lkrc7K1aVKl9Q++/t6mVTOpXVcw/W5ZeQ5fn+4FnMK/YumJZUYALH
      ZVXRV59wn6f6DIFj0pdRSSyuonyJ46cle03tefJwQ8deASjBtiP2xiWSdu9SHldHeCAqgU
      cdyTfMKucC3Q+nNGItt/N8AL5xlL9p2q3uGJydDA0AAAAIcGxpbXNvbGwAAAAAAAAABnNo
      YTUxMgAAARQAAAAMcnNhLXNoYTItNTEyAAABAHB5prxNAgwJDk7v+OIOHwVvSvRhFCEpFS
      9t72ghiSoZZ59Gl4kIJfaK2OUoi3y9XbzLZa9icBssyywPxtW5u5dObzyIla3y6swnrB/Y
      7j7dYpJWGLICtNoyYhH6pCKzPZ2ZhGEvNzZ2ZxLl3XiJmPdnA0EYRQ4NNF2cGsWjMrX5Ej
      1pR4kf2FN2LyKcIEDtIMDgWQITSlbLQA4IG0gnVYxwALytpL1OmxF1ecysDQZ9YuZ9lZTI
      VAOzGQZeYthHK+wp266K5CQskIWNYOZrzM4b1FKcnYRC7qmFP7N+x8Cxjl2QZxeGdTs0hU
      azNVJFdw7ScnVmHehcl7nrTgNBP3Y=
      -----END SSH SIGNATURE-----
      """;

  @Test
  void verifiesWhatOpenSshSigned() {
    assertThat(SshKeys.verifies(ED25519, TEXT, ED25519_SIGNATURE)).isTrue();
    assertThat(SshKeys.verifies(RSA, TEXT, RSA_SIGNATURE)).isTrue();
  }

  @Test
  void refusesEverythingElse() {
    assertThat(SshKeys.verifies(ED25519, TEXT + " ", ED25519_SIGNATURE)).isFalse();
    assertThat(SshKeys.verifies(RSA, TEXT, ED25519_SIGNATURE)).isFalse();
    assertThat(SshKeys.verifies(ED25519, TEXT, RSA_SIGNATURE)).isFalse();
    assertThat(SshKeys.verifies(ED25519, TEXT, "")).isFalse();
    assertThat(SshKeys.verifies("", TEXT, ED25519_SIGNATURE)).isFalse();
    assertThat(SshKeys.verifies(ED25519, TEXT, ED25519_SIGNATURE.replace("U1NI", "U1NJ")))
        .isFalse();
  }

  @Test
  void signsAsOpenSshDoes() throws IOException {
    // Ed25519 signs the same text in the same way each time.
    assertThat(SshKeys.sign(ED25519_PRIVATE, TEXT).strip()).isEqualTo(ED25519_SIGNATURE.strip());
  }

  @Test
  void saysThatAKeyIsNone() {
    assertThatThrownBy(() -> SshKeys.sign("no key", TEXT)).hasMessage("it is no private key");
  }
}

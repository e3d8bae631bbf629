package dev.plimsoll.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class NamesTest {

  // The expressions of k8s.io/apimachinery/pkg/util/validation.
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String WORD = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String QUALIFIED = "(" + SUBDOMAIN + "/)?" + WORD;
  private static final String PORT = "(?!.*--)(?=.*[a-z])[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String DATA_KEY = "(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+";
  private static final String VARIABLE = "[ -<>-~]+";
  private static final String PLAIN_VARIABLE = "(?!\\.$)(?!\\.\\.)[-._a-zA-Z][-._a-zA-Z0-9]*";

  private static void sameAs(String form, Function<String, Optional<String>> check, String text) {
    assertThat(check.apply(text).isEmpty())
        .as("%s: %s", form, text)
        .isEqualTo(Pattern.compile(form).matcher(text).matches());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("az09-._/AZ =:`{é").ofMaxLength(7);
  }

  @Property
  void haveTheFormsOfKubernetes(@ForAll("names") String text) {
    sameAs(LABEL, Names::dnsLabel, text);
    sameAs(LABEL_1035, Names::dnsLabel1035, text);
    sameAs(SUBDOMAIN, Names::dnsSubdomain, text);
    sameAs(QUALIFIED, Names::qualifiedName, text);
    sameAs("|" + WORD, Names::labelValue, text);
    sameAs(PORT, Names::portName, text);
    sameAs(DATA_KEY, Names::dataKey, text);
    sameAs(VARIABLE, Names::variable, text);
    sameAs(PLAIN_VARIABLE, Names::plainVariable, text);
  }

  private static void isLimitedTo(int longest, Function<String, Optional<String>> check) {
    assertThat(check.apply("a".repeat(longest))).isEmpty();
    assertThat(check.apply("a".repeat(longest + 1))).isPresent();
  }

  @Test
  void areOfLimitedLength() {
    isLimitedTo(63, Names::dnsLabel);
    isLimitedTo(63, Names::dnsLabel1035);
    isLimitedTo(253, Names::dnsSubdomain);
    isLimitedTo(63, Names::qualifiedName);
    isLimitedTo(63, Names::labelValue);
    isLimitedTo(15, Names::portName);
    isLimitedTo(253, Names::dataKey);
    assertThat(Names.qualifiedName("a".repeat(253) + "/" + "b".repeat(63))).isEmpty();
    assertThat(Names.qualifiedName("a".repeat(254) + "/b")).isPresent();
  }
}

package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class FileUriTest {

  @Test
  void plainPathsStayAsTheyAre() {
    assertThat(FileUri.of("charts/shop-1.0.tgz!shop/values.yaml"))
        .isEqualTo("charts/shop-1.0.tgz!shop/values.yaml");
  }

  @Test
  void whatMeansSomethingInAUriIsEscaped() {
    String path = "a b/ü#?%:[]\"<>\\^`{|}🚢\n";
    String uri = FileUri.of(path);

    assertThat(uri).startsWith("a%20b/%C3%BC%23%3F%25%3A").endsWith("%F0%9F%9A%A2%0A");
    assertThat(URI.create(uri).getPath()).isEqualTo(path);
    assertThat(URI.create(FileUri.of("c:x"))).hasPath("c:x").hasNoParameters();
  }

  @Test
  void absolutePathIsAFile() {
    assertThat(FileUri.of("/work/a b.yaml")).isEqualTo("file:///work/a%20b.yaml");
  }
}

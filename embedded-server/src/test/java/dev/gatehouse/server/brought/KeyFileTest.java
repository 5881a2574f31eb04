package dev.gatehouse.server.brought;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.http.OpenRoutes;
import dev.gatehouse.server.jose.Jwk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a {@code kid} can name, and which not. */
final class KeyFileTest {
  @Test
  void aPathThatLeadsToAFileOfTheProgramFindsItsContent() {
    List<Jwk> found = Hints.keys("../../http/openapi.yaml");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).key().getEncoded())
        .isEqualTo(OpenRoutes.openApi().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../../../../../../../../../../etc/passwd",
        "../../../../../simplelogger.properties",
        "..\\..\\http/openapi.yaml",
        "%2e%2e/%2e%2e/http/openapi.yaml",
        "file:///etc/passwd",
        "//etc/passwd",
        "a/\u0000",
        "a/b"
      })
  void aPathThatLeadsOutOfTheProgramFindsNothing(String kid) {
    assertThat(Hints.keys(kid)).isEmpty();
    assertThat(Hints.problem(kid)).isEqualTo("there is no such file");
  }

  @Test
  void aFileOfThisMachineIsNotFound(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "a secret of this machine");
    Path classes = Path.of("target", "classes", "dev", "gatehouse", "server", "brought", "keys");

    assertThat(Hints.keys(file.toString())).isEmpty();
    assertThat(Hints.keys(classes.toAbsolutePath().relativize(file).toString())).isEmpty();
  }
}

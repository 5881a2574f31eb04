package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No check without a test. That a verification has at most one failed check follows from how it is
 * run; which check it is, tests say by its name.
 */
final class EveryCheckTest {
  private static final Path TESTS = Path.of("src", "test", "java");

  /** Where a test only says in which order checks are asked. */
  private static final Pattern ORDER = Pattern.compile("containsExactly\\([^;]*;");

  private static String tests() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(EveryCheckTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return ORDER.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> checks() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      return server.catalogue().schemes().stream()
          .flatMap(scheme -> scheme.checks().stream())
          .map(Catalogue.Item::id)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void eachCheckOfTheCatalogueIsNamedByATestInWhichItFails() throws IOException {
    String tests = tests();

    List<String> untested =
        checks().stream()
            .filter(
                id -> !Pattern.compile("[\" ]" + Pattern.quote(id) + "[\",]").matcher(tests).find())
            .toList();

    assertThat(untested).isEmpty();
  }
}

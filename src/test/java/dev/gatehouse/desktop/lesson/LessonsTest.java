package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons that ship with the program hold what they promise. */
final class LessonsTest {
  private static GatehouseServer server;
  private static OkHttpWire wire;
  private static LessonChecker checker;
  private static LessonPlayer player;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    wire =
        new OkHttpWire(
            WireOptions.standard()
                .recordedBy(
                    new LoggedRecords(
                        server.exchanges(), List.of(server.http()), Duration.ofSeconds(5))));
    checker = new LessonChecker(new LessonReader(NamesOfServer.of(server)));
    player = new LessonPlayer(server, wire);
  }

  @AfterAll
  static void stop() {
    wire.close();
    server.close();
  }

  static Stream<String> lessons() throws Exception {
    return LessonLibrary.visitBundled(LessonLibrary::foldersIn).stream()
        .map(folder -> folder.getFileName().toString());
  }

  @Test
  void nothingIsWrongWithThem() throws Exception {
    assertThat(LessonLibrary.visitBundled(checker::check).problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lessons")
  void everyTaskIsDoneByItsSolutionAndNotBefore(String slug) throws Exception {
    List<Problem> problems = LessonLibrary.visitBundled(directory -> play(directory, slug));
    assertThat(problems).isEmpty();
  }

  private static List<Problem> play(Path directory, String slug)
      throws IOException, InterruptedException {
    Lesson lesson =
        checker.check(directory).lessons().stream()
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .orElseThrow();
    return player.play(lesson, directory);
  }
}

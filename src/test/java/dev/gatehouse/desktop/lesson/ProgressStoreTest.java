package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress survives, whatever becomes of its file. */
final class ProgressStoreTest {
  @TempDir private Path data;

  private ProgressStore store() {
    return new ProgressStore(data, "mia");
  }

  @Test
  void whatWasSavedIsReadAgain() throws IOException {
    Progress progress =
        Progress.none()
            .answered("01-a", "quiz-1", "Bob")
            .finished("01-a", "task-1")
            .noted("01-a", "mind the key");
    store().save(progress);
    assertThat(store().load()).isEqualTo(progress);
  }

  @Test
  void beforeAnythingWasSavedThereIsNone() throws IOException {
    assertThat(store().load()).isEqualTo(Progress.none());
  }

  @Test
  void savingAgainLeavesNothingElseBehind() throws IOException {
    store().save(Progress.none());
    store().save(Progress.none().finished("01-a", "task-1"));
    try (Stream<Path> files = Files.list(store().file().resolveSibling("."))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("mia.json");
    }
  }

  @Test
  void aDamagedFileIsKeptAside() throws IOException {
    store().save(Progress.none());
    Files.writeString(store().file(), "{\"answers\":");
    assertThat(store().load()).isEqualTo(Progress.none());
    assertThat(store().file().resolveSibling("mia.json.damaged")).hasContent("{\"answers\":");
    assertThat(store().file()).doesNotExist();
  }

  @Test
  void aSecondDamagedFileDoesNotReplaceTheFirst() throws IOException {
    Files.createDirectories(store().file().resolveSibling("."));
    Files.writeString(store().file(), "one");
    store().load();
    Files.writeString(store().file(), "two");
    store().load();
    assertThat(store().file().resolveSibling("mia.json.damaged")).hasContent("one");
    assertThat(store().file().resolveSibling("mia.json.damaged-2")).hasContent("two");
  }

  @Test
  void aNameThatWouldLeaveTheFolderIsRefused() {
    assertThatThrownBy(() -> new ProgressStore(data, "../mia"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

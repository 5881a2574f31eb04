package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress on its way to the disk. */
final class ProgressKeeperTest {
  @TempDir private Path folder;

  @Test
  void theNewestIsKeptInWhateverOrderTheWritingComesAbout() throws Exception {
    ProgressStore store = new ProgressStore(folder, "student");
    ProgressKeeper keeper = new ProgressKeeper(store);
    keeper.take(noted("older"));
    keeper.take(noted("newer"));
    keeper.write();
    keeper.write();

    assertThat(store.load()).isEqualTo(noted("newer"));
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenTheNextTime() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    ProgressStore store = new ProgressStore(blocked, "student");
    ProgressKeeper keeper = new ProgressKeeper(store);
    keeper.take(noted("kept"));
    assertThatThrownBy(keeper::write).isInstanceOf(IOException.class);

    Files.delete(blocked);
    keeper.write();

    assertThat(store.load()).isEqualTo(noted("kept"));
  }

  private static Progress noted(String text) {
    return Progress.none().noted("01-one", text);
  }
}

package dev.gatehouse.desktop.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a student does in their first lesson, with a real server inside. */
@ExtendWith(ApplicationExtension.class)
final class LearnFlowTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, "");

  @TempDir private Path folder;

  private App app;

  @Start
  void open(Stage stage) {
    app = new App(ServerOptions.onAnyPort(), folder);
    app.show(stage, SETTINGS, () -> {});
  }

  @BeforeEach
  void untilTheLessonsAreRead(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    eventually(() -> robot.lookup(".predict-first").tryQuery().isPresent());
    eventually(() -> !robot.lookup("#send").queryButton().getText().equals("Send"));
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void theBundledLessonsAreListed(FxRobot robot) {
    assertThat(robot.lookup(".lesson-list .list-view").queryListView().getItems())
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void nothingIsSentBeforeTheStudentHasPredicted(FxRobot robot) {
    assertThat(robot.lookup("#send").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup("#send").queryButton().getText()).contains("expect");
  }

  @Test
  void whoPredictsAndSendsIsToldWhatReallyHappened(FxRobot robot) throws TimeoutException {
    robot.interact(() -> robot.lookup(".radio-button").queryAs(RadioButton.class).fire());
    eventually(() -> !robot.lookup("#send").queryButton().isDisabled());

    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    eventually(() -> robot.lookup(".told.good").tryQuery().isPresent());
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

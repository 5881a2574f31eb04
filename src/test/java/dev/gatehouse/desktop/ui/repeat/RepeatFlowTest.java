package dev.gatehouse.desktop.ui.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.repeat.Attempt;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Guessing with a list of values, with a real server behind it. */
@ExtendWith(ApplicationExtension.class)
final class RepeatFlowTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, "");

  @TempDir private static Path folder;

  private final App app = new App(ServerOptions.onAnyPort(), folder);

  @Start
  void open(Stage stage) {
    app.show(stage, SETTINGS, () -> {});
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void aListOfPasswordsIsTriedAndTheTableSaysWhatStoppedEach(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3).clickOn("Repeat");
    robot.clickOn("#repeat-begin").clickOn("Guess Alice’s password");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    eventually(() -> results(robot).getItems().size() == 14);
    assertThat(results(robot).getItems())
        .extracting(Attempt::stoppedBy)
        .contains("basic.password", "attempts.account");

    robot.clickOn("123456");
    eventually(() -> !robot.lookup(".explanation").queryAll().isEmpty());
    assertThat(robot.lookup(".explanation .verdict").<Node>query().getAccessibleText())
        .startsWith("Refused at");
  }

  @Test
  void aPlaceIsMarkedByKeyboardAndTakesEachValue(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3).clickOn("Repeat");
    robot.clickOn("#repeat-begin").clickOn("The same request 20 times");
    robot.clickOn("#target").push(KeyCode.CONTROL, KeyCode.A).write("/calendars/");
    robot.push(KeyCode.CONTROL, KeyCode.M);
    robot.clickOn("#repeat-values").write("alice-work\nno-such");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    eventually(() -> results(robot).getItems().size() == 40);
    assertThat(results(robot).getItems()).extracting(Attempt::status).containsOnly(200, 404);
  }

  private static TableView<Attempt> results(FxRobot robot) {
    return robot.lookup("#repeat-results").<TableView<Attempt>>tryQuery().orElseGet(TableView::new);
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

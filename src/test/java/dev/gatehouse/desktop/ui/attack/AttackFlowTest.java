package dev.gatehouse.desktop.ui.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
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

/** What a trainer does on the Attack page, with real servers behind it. */
@ExtendWith(ApplicationExtension.class)
final class AttackFlowTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.DARK, 100, 1280, 800, false, "");

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
  void anAttackWorksOnTheWeakenedServerAndIsStoppedOnTheHardenedOne(FxRobot robot)
      throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    robot.clickOn("#attack-filter").write("tampered");
    robot.clickOn("Tampered payload");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    eventually(() -> banners(robot).anyMatch(text -> text.startsWith("Stopped at ")));
    assertThat(banners(robot)).anyMatch(text -> text.startsWith("The attacker reads"));
  }

  @Test
  void anAttackIsSteppedThroughFromItsBeginning(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    eventually(() -> !robot.lookup("#attack-back").queryButton().isDisabled());

    while (!robot.lookup("#attack-back").queryButton().isDisabled()) {
      robot.clickOn("#attack-back");
    }
    assertThat(robot.lookup(".attack-step").queryAll()).isEmpty();

    robot.clickOn("#attack-next");
    assertThat(robot.lookup(".attack-step").queryAll()).hasSize(1);
  }

  @Test
  void spaceStepsFromTheStartWhateverWasClickedBefore(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    robot.clickOn("Run against both servers");
    eventually(() -> !robot.lookup("#attack-back").queryButton().isDisabled());

    robot.push(KeyCode.SPACE);
    assertThat(robot.lookup(".attack-step").queryAll()).isEmpty();

    robot.push(KeyCode.SPACE);
    assertThat(robot.lookup(".attack-step").queryAll()).hasSize(1);
  }

  @Test
  void theMatrixShowsWhatBecameOfAnAttackOfOneKind(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    robot.clickOn("#attack-filter").write("tampered");
    robot.clickOn("Tampered payload");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    eventually(() -> banners(robot).anyMatch(text -> text.startsWith("Stopped at ")));

    robot.clickOn("Matrix");
    robot.clickOn("#matrix-filter").write("skip-signature");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(robot.lookup(".table-cell").queryAll())
        .extracting(cell -> (Object) ((TableCell<?, ?>) cell).getItem())
        .contains("Tampered payload", "blocked", "jwt.signature", "succeeded", "skip-signature")
        .doesNotContain("Password guessing");
  }

  @Test
  void escCancelsWhateverHasTheFocus(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    robot.clickOn("Run all of them");
    eventually(() -> robot.lookup("Cancel").tryQuery().isPresent());
    robot.clickOn("#attack-filter");

    robot.push(KeyCode.ESCAPE);

    assertThat(robot.lookup("Cancel").tryQuery()).isEmpty();
    assertThat(robot.lookup("Run against both servers").tryQuery()).isPresent();
  }

  private static Stream<String> banners(FxRobot robot) {
    return robot.lookup(".verdict").queryAll().stream().map(Node::getAccessibleText);
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

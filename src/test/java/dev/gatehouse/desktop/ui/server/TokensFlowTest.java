package dev.gatehouse.desktop.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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

/** A person's tokens and the keys of the issuer, on the Server page, by the keyboard. */
@ExtendWith(ApplicationExtension.class)
final class TokensFlowTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, "");

  @TempDir private static Path folder;

  private final App app = new App(ServerOptions.onAnyPort(), folder);

  @Start
  void open(Stage primary) {
    app.show(primary, SETTINGS, () -> {});
  }

  @BeforeEach
  void openTheServerPage(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    eventually(() -> robot.lookup("#person-alice").tryQuery().isPresent());
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void aTokenIsMadeByTheKeyboardShownOnceAndRevoked(FxRobot robot) throws TimeoutException {
    ToggleButton alice = robot.lookup("#person-alice").queryAs(ToggleButton.class);
    robot.interact(alice::requestFocus);
    robot.push(KeyCode.SPACE);
    eventually(() -> says(robot, "None yet. One is for a program"));

    TextField name = robot.lookup(named("What the new token of Alice")).queryAs(TextField.class);
    robot.interact(name::requestFocus);
    robot.write("backup").push(KeyCode.ENTER);
    eventually(() -> says(robot, "calendars:read events:read"));
    assertThat(says(robot, "Copy it now")).isTrue();

    Button revoke = robot.lookup(named("Revoke backup of Alice")).queryAs(Button.class);
    robot.interact(revoke::requestFocus);
    robot.push(KeyCode.SPACE);
    eventually(() -> says(robot, "None yet. One is for a program"));
    assertThat(says(robot, "Copy it now")).isFalse();
  }

  @Test
  void theKeysAreRotatedByTheAdministrator(FxRobot robot) throws TimeoutException {
    eventually(() -> says(robot, "signs RS256"));
    Button rotate = robot.lookup("#rotate-keys").queryButton();
    robot.interact(rotate::requestFocus);
    robot.push(KeyCode.SPACE);

    eventually(() -> says(robot, "verifies only"));
  }

  /** Whether it can be read somewhere, on the screen or further down the page. */
  private static boolean says(FxRobot robot, String words) {
    return robot
        .lookup(
            (Node node) ->
                node instanceof Labeled label
                    && label.isVisible()
                    && String.valueOf(label.getText()).contains(words)
                    && shows(label))
        .tryQuery()
        .isPresent();
  }

  private static boolean shows(Node node) {
    return node.getParent() == null || (node.getParent().isVisible() && shows(node.getParent()));
  }

  private static Predicate<Node> named(String begin) {
    return node -> String.valueOf(node.getAccessibleText()).startsWith(begin) && shows(node);
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

package dev.gatehouse.desktop.ui.forge;

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
import javafx.scene.control.TextField;
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

/** Forging a token by hand, with a real server behind it. */
@ExtendWith(ApplicationExtension.class)
final class ForgeFlowTest {
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
  void aForgedTokenIsSentAndTheCheckThatStoppedItShows(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3).clickOn("Forge");
    eventually(() -> !robot.lookup("#take-token").queryAll().isEmpty());
    robot.clickOn("#set-sub").clickOn("alice");
    robot.clickOn("#forgery").clickOn("Key confusion");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    eventually(() -> banners(robot).anyMatch(text -> text.startsWith("Refused at")));
    assertThat(robot.lookup(".masked-field .text-field").<TextField>query().getText())
        .doesNotContain("eyJ");
  }

  @Test
  void aForgedTokenIsTakenToExplore(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3).clickOn("Forge");
    eventually(() -> !robot.lookup("#forge-explore").queryAll().isEmpty());

    robot.clickOn("#forge-explore");

    eventually(
        () ->
            robot.lookup("#target").queryAllAs(TextField.class).stream()
                .anyMatch(field -> field.getText().equals("/me")));
    assertThat(robot.lookup("#send").queryAll()).isNotEmpty();
  }

  private static Stream<String> banners(FxRobot robot) {
    return robot.lookup(".verdict").queryAll().stream()
        .map(Node::getAccessibleText)
        .filter(text -> text != null);
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

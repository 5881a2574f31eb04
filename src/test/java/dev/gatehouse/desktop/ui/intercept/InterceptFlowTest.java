package dev.gatehouse.desktop.ui.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Holding what another program and this one send, with a real server behind it. */
@ExtendWith(ApplicationExtension.class)
final class InterceptFlowTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.DARK, 100, 1280, 800, false, "");

  @TempDir private static Path folder;

  private final App app = new App(ServerOptions.onAnyPort(), folder);
  private final OkHttpWire program = new OkHttpWire(WireOptions.standard());

  @Start
  void open(Stage stage) {
    app.show(stage, SETTINGS, () -> {});
  }

  @AfterEach
  void close() {
    program.close();
    app.close();
  }

  @Test
  void aRequestOfAnotherProgramIsHeldChangedAndExplained(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3).clickOn("Intercept");
    robot.push(KeyCode.CONTROL, KeyCode.I);
    eventually(() -> address(robot).startsWith("http://"));
    String url = address(robot) + "/me";
    CompletableFuture<Hop> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return program.send("test", new Draft("GET", url, List.of(), new byte[0]));
              } catch (InterruptedException cancelled) {
                throw new IllegalStateException(cancelled);
              }
            });
    eventually(() -> robot.lookup("#held-text").tryQuery().isPresent());
    CodeArea text = robot.lookup("#held-text").query();

    robot.interact(() -> text.appendText("\nAuthorization: Bearer made-up"));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    assertThat(answer.get(60, TimeUnit.SECONDS).status()).isEqualTo(401);
    eventually(() -> robot.lookup(".explanation .verdict").tryQuery().isPresent());
    assertThat(robot.lookup(".explanation .verdict").<Node>query().getAccessibleText())
        .startsWith("Refused at");
    assertThat(robot.lookup("#changes").<Label>query().getText())
        .isEqualTo("+ Authorization: Bearer made-up");
  }

  @Test
  void whatExploreSendsIsHeldAndShownAndCanBeDropped(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3).clickOn("Intercept");
    robot.push(KeyCode.CONTROL, KeyCode.I);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2).push(KeyCode.CONTROL, KeyCode.ENTER);
    eventually(() -> robot.lookup("#drop").tryQuery().isPresent());

    robot.push(KeyCode.CONTROL, KeyCode.D);

    eventually(() -> robot.lookup("Dropped before it left").tryQuery().isPresent());
  }

  private static String address(FxRobot robot) {
    return robot.lookup("#relay-address").<Label>query().getText();
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

package dev.gatehouse.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.shell.MainWindow;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
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

/** The whole window, with a real server inside. */
@ExtendWith(ApplicationExtension.class)
final class WindowTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, "");

  @TempDir private static Path folder;

  private final App app = new App(ServerOptions.onAnyPort().withHttps(), folder);
  private Stage stage;
  private MainWindow window;

  @Start
  void open(Stage primary) {
    stage = primary;
    window = app.show(primary, SETTINGS, () -> {});
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void itIsCalledGatehouseAndShowsExploreFirst() {
    assertThat(stage.getTitle()).isEqualTo("Gatehouse");
    assertThat(window.shown().orElseThrow().id()).isEqualTo("explore");
  }

  @Test
  void everyPageOpensWithItsNumber(FxRobot robot) {
    KeyCode[] digits = {
      KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5
    };
    for (int at = 0; at < digits.length; at++) {
      robot.push(KeyCode.CONTROL, digits[at]);

      assertThat(window.shown()).contains(window.pages().get(at));
      assertThat(tab(robot, window.pages().get(at).id()).isSelected()).isTrue();
    }
  }

  @Test
  void theServerStartsBehindTheWindowAndTellsItsAddress(FxRobot robot) throws TimeoutException {
    eventually(
        () ->
            robot
                .lookup("#address-pill")
                .queryButton()
                .getAccessibleText()
                .contains("https://127.0.0.1:"));

    assertThat(robot.lookup("#weakness-pill").queryButton().getText()).isEqualTo("Hardened");
  }

  @Test
  void theThemeChangesAtOnce(FxRobot robot) {
    robot.clickOn("#theme-pill");
    assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));

    robot.clickOn("#theme-pill");
    assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("light.css"));
  }

  @Test
  void textGrowsAndShrinksAndGoesBack(FxRobot robot) {
    double normal = size(robot);
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(size(robot)).isGreaterThan(normal);

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(size(robot)).isLessThan(normal);

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(size(robot)).isEqualTo(normal);
  }

  @Test
  void thePaletteFindsAPageByAFewLetters(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("trfc");
    robot.push(KeyCode.ENTER);

    assertThat(window.shown().orElseThrow().id()).isEqualTo("traffic");
    assertThat(robot.lookup(".palette").tryQuery()).isEmpty();
  }

  @Test
  void thePaletteFindsALessonBeforeTheLearnPageWasOpened(FxRobot robot) throws TimeoutException {
    eventually(() -> !window.pages().get(0).commands().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("why Base64");
    robot.push(KeyCode.ENTER);

    assertThat(window.shown().orElseThrow().id()).isEqualTo("learn");
    eventually(() -> robot.lookup("Basic, and why Base64 is no secret").tryQuery().isPresent());
  }

  @Test
  void escapeClosesAnySheetAndGivesTheFocusBack(FxRobot robot) {
    Node before = stage.getScene().getFocusOwner();
    for (KeyCode sheet : new KeyCode[] {KeyCode.K, KeyCode.COMMA}) {
      robot.push(KeyCode.CONTROL, sheet);
      assertThat(robot.lookup(".sheet-box").tryQuery()).isPresent();

      robot.push(KeyCode.ESCAPE);

      assertThat(robot.lookup(".sheet-box").tryQuery()).isEmpty();
      assertThat(stage.getScene().getFocusOwner()).isEqualTo(before);
    }
  }

  @Test
  void aWeaknessThatIsSwitchedOnIsNamedAtTheTopOfEveryPage(FxRobot robot) throws TimeoutException {
    switchOn(robot, "accept-alg-none");
    eventually(() -> pill(robot).getText().equals("1 weakness on: accept-alg-none"));
    assertThat(robot.lookup("#weakened").query().getAccessibleText())
        .contains("believes a token that says it needs no signature");
    assertThat(pill(robot).getStyleClass()).contains("caution");

    robot.clickOn("Harden everything");

    eventually(() -> pill(robot).getText().equals("Hardened"));
  }

  @Test
  void presentingHidesTheFrameAndEnlargesTheText(FxRobot robot) {
    robot.push(KeyCode.F11);
    assertThat(robot.lookup(".rail").tryQuery()).isEmpty();
    assertThat(robot.lookup(".top-bar").tryQuery()).isEmpty();

    robot.push(KeyCode.ESCAPE);

    assertThat(robot.lookup(".rail").tryQuery()).isPresent();
    assertThat(window.presenting().get()).isFalse();
  }

  @Test
  void everyControlHasANameForScreenReaders(FxRobot robot) throws TimeoutException {
    eventually(() -> pill(robot).isVisible());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    eventually(() -> robot.lookup(".person").tryQuery().isPresent());

    Predicate<Node> control = node -> node.isFocusTraversable() && node.isVisible();
    assertThat(robot.lookup(control).queryAllAs(Node.class))
        .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
  }

  private static void switchOn(FxRobot robot, String weakness) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    eventually(() -> robot.lookup(".weakness").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write(weakness);
    robot.clickOn("#weakness-" + weakness);
  }

  private static Button pill(FxRobot robot) {
    return robot.lookup("#weakness-pill").queryButton();
  }

  private static ToggleButton tab(FxRobot robot, String page) {
    return robot.lookup("#rail-" + page).queryAs(ToggleButton.class);
  }

  private static double size(FxRobot robot) {
    return robot.lookup(".program-name").queryLabeled().getFont().getSize();
  }

  private static String name(Node node) {
    String named = node.getAccessibleText();
    if (named != null && !named.isBlank()) {
      return named;
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

package dev.gatehouse.desktop.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.desktop.ui.shell.MainWindow;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a student does on the Explore page, with a real server inside. */
@ExtendWith(ApplicationExtension.class)
final class ExploreFlowTest {
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

  @BeforeEach
  void untilTheServerRuns(FxRobot robot) throws TimeoutException {
    eventually(() -> robot.lookup("#person").queryAs(ComboBox.class).getItems().size() == 6);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void whatStandsThereAtTheStartIsLetIn(FxRobot robot) throws TimeoutException {
    send(robot);

    eventually(() -> title().equals("GET /calendars/alice-work/events · 200 OK — Gatehouse"));
  }

  @Test
  void theCallsThatAreOfferedGiveWayToTheAnswer(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.L).write("/admin");
    eventually(ExploreFlowTest::offersCalls);

    send(robot);

    eventually(() -> title().contains("404 Not Found"));
    eventually(() -> !offersCalls());
  }

  @Test
  void whoAsksForACheckIsLedToIt(FxRobot robot) throws TimeoutException {
    robot.interact(() -> assertThat(window.open(new Subject.Step("basic.password"))).isTrue());
    eventually(() -> robot.lookup("basic.password").tryQuery().isPresent());

    send(robot);
    eventually(() -> title().contains("200 OK"));
    robot.interact(() -> assertThat(window.open(new Subject.Step("jwt.exp"))).isTrue());

    eventually(() -> robot.lookup("jwt.exp").tryQuery().isPresent());
    assertThat(title()).contains("200 OK");
  }

  @Test
  void aTamperedTokenIsRefusedAtItsSignature(FxRobot robot) throws TimeoutException {
    robot.clickOn("#set-sub").clickOn("admin");
    send(robot);

    eventually(() -> title().contains("401 Unauthorized"));
    assertThat(spoken(robot)).anyMatch(row -> row.contains("signature") && row.contains("failed"));
  }

  @Test
  void aTamperedTokenThatIsSignedAgainIsLetIn(FxRobot robot) throws TimeoutException {
    robot.clickOn("#set-sub").clickOn("bob");
    robot.clickOn("#sign-again");
    eventually(() -> robot.lookup("#token-state").queryLabeled().getText().startsWith("Signed"));
    send(robot);

    eventually(() -> title().contains("200 OK"));
  }

  @Test
  void bobMayNotChangeWhatIsAlices(FxRobot robot) throws TimeoutException {
    robot.interact(() -> choose(robot, "#person", "bob"));
    robot.interact(() -> choose(robot, "#method", "DELETE"));
    robot.interact(() -> target(robot).setText("/calendars/alice-work"));
    send(robot);

    eventually(() -> title().contains("403 Forbidden"));
  }

  @Test
  void aChallengeIsAnsweredWithOneClick(FxRobot robot) throws TimeoutException {
    robot.interact(() -> type(robot, "none"));
    send(robot);
    eventually(() -> title().contains("401 Unauthorized"));
    robot.clickOn("explain");
    eventually(() -> robot.lookup("#answer-basic").tryQuery().isPresent());

    robot.interact(() -> robot.lookup("#answer-basic").queryButton().fire());
    send(robot);

    eventually(() -> title().contains("200 OK"));
    assertThat(types(robot).getValue().type()).isEqualTo("basic");
  }

  @Test
  void aServerThatDoesNotAnswerCanBeGivenUp(FxRobot robot) throws TimeoutException, IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      robot.interact(() -> target(robot).setText("http://127.0.0.1:" + silent.getLocalPort()));
      send(robot);
      try (Socket reached = silent.accept()) {
        eventually(() -> robot.lookup("#send").queryButton().getText().equals("Cancel"));
        assertThat(reached.isConnected()).isTrue();

        robot.push(KeyCode.ESCAPE);

        eventually(() -> robot.lookup("#send").queryButton().getText().equals("Send"));
        assertThat(robot.lookup("#compose-problem").queryLabeled().getText()).contains("Cancelled");
      }
    }
  }

  @Test
  void theKeyboardAloneChoosesACallAndSendsIt(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.L);
    robot.write("/me");
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    send(robot);

    eventually(() -> title().equals("GET /me · 200 OK — Gatehouse"));
  }

  @Test
  void whatWasSentIsInTheHistoryAndCanBeSentAgain(FxRobot robot) throws TimeoutException {
    send(robot);
    eventually(() -> title().contains("200 OK"));
    robot.interact(() -> target(robot).setText("/nowhere"));
    send(robot);
    eventually(() -> title().contains("/nowhere"));

    robot.push(KeyCode.CONTROL, KeyCode.H);
    robot.write("alice-work 200");
    ListView<?> list = robot.lookup("#history-list").queryListView();
    eventually(() -> list.getItems().size() == 1);
    robot.push(KeyCode.DOWN);
    eventually(() -> title().contains("alice-work/events · 200 OK"));
    robot.push(KeyCode.ENTER);

    assertThat(target(robot).getText()).isEqualTo("/calendars/alice-work/events");
  }

  @Test
  void aFlowOfOAuthIsPlannedThenSentHopByHop(FxRobot robot) throws TimeoutException {
    robot.interact(() -> type(robot, "oauth-code"));
    eventually(() -> lanes(robot).contains("Authorization server"));

    send(robot);

    eventually(() -> title().equals("GET /calendars/alice-work/events · 200 OK — Gatehouse"));
    assertThat(lanes(robot))
        .contains("You", "Browser", "Client", "Authorization server", "Calendar API");
    assertThat(arrows(robot)).anyMatch(arrow -> arrow.contains("/callback"));
  }

  @Test
  void stepByStepEachRequestWaitsAndCanBeChanged(FxRobot robot) throws TimeoutException {
    robot.interact(() -> type(robot, "session"));
    robot.interact(() -> robot.lookup("#step-by-step").queryAs(ToggleButton.class).fire());
    send(robot);
    eventually(() -> robot.lookup("#step-purpose").tryQuery().isPresent());
    send(robot);
    eventually(() -> step(robot).equals("2 · the call"));

    CodeArea text = robot.lookup("#step-text").queryAs(CodeArea.class);
    robot.interact(() -> text.replaceText(text.getText().replaceAll("(?m)^Cookie: .*\\n?", "")));
    send(robot);

    eventually(() -> title().contains("401 Unauthorized"));
    assertThat(robot.lookup("#send").tryQuery()).isPresent();
  }

  @Test
  void aStepCanBeGivenUp(FxRobot robot) throws TimeoutException {
    robot.interact(() -> robot.lookup("#step-by-step").queryAs(ToggleButton.class).fire());
    send(robot);
    eventually(() -> robot.lookup("#step-purpose").tryQuery().isPresent());

    robot.push(KeyCode.ESCAPE);

    eventually(() -> robot.lookup("#compose-problem").tryQuery().isPresent());
    assertThat(robot.lookup("#compose-problem").queryLabeled().getText()).contains("Cancelled");
  }

  private static String step(FxRobot robot) {
    return robot
        .lookup("#step-purpose")
        .tryQuery()
        .map(node -> ((Labeled) node).getText())
        .orElse("");
  }

  private static Set<String> lanes(FxRobot robot) {
    return robot.lookup(".lane-name").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static Set<String> arrows(FxRobot robot) {
    return robot.lookup(".arrow").queryAllAs(Node.class).stream()
        .map(row -> String.valueOf(row.getAccessibleText()))
        .collect(java.util.stream.Collectors.toSet());
  }

  private void send(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
  }

  private String title() {
    return stage.getTitle();
  }

  private static boolean offersCalls() {
    return Window.getWindows().stream().anyMatch(Popup.class::isInstance);
  }

  private static TextField target(FxRobot robot) {
    return robot.lookup("#target").queryAs(TextField.class);
  }

  private static Set<String> spoken(FxRobot robot) {
    return robot.lookup(".row").queryAllAs(Node.class).stream()
        .map(row -> String.valueOf(row.getAccessibleText()))
        .collect(java.util.stream.Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  private static void choose(FxRobot robot, String box, String value) {
    ((ComboBox<String>) robot.lookup(box).queryAs(ComboBox.class)).setValue(value);
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<CredentialType> types(FxRobot robot) {
    return (ComboBox<CredentialType>) robot.lookup("#credential-type").queryAs(ComboBox.class);
  }

  private static void type(FxRobot robot, String name) {
    ComboBox<CredentialType> types = types(robot);
    types.getItems().stream().filter(type -> type.type().equals(name)).forEach(types::setValue);
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

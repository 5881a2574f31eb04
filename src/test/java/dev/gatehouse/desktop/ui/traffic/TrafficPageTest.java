package dev.gatehouse.desktop.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.desktop.ui.shell.MainWindow;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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

/** The Traffic page in the whole window, with requests of another program to the real server. */
@ExtendWith(ApplicationExtension.class)
final class TrafficPageTest {
  @TempDir private static Path folder;

  private final App app = new App(ServerOptions.onAnyPort(), folder);
  private MainWindow window;

  @Start
  void open(Stage stage) {
    window = app.show(stage, new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, ""), () -> {});
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void aRequestOfAnotherProgramShowsUpWithItsExplanation(FxRobot robot) throws Exception {
    URI server = openTraffic(robot);
    assertThat(visible(robot, "curl -i " + server + "/me")).isTrue();

    call(server.resolve("/me"));

    eventually(() -> exchanges(robot).getItems().size() == 1);
    robot.interact(() -> exchanges(robot).requestFocus());
    robot.push(KeyCode.DOWN);
    eventually(() -> visible(robot, "Refused at “Does it carry a credential?”"));
  }

  @Test
  void theFilterKeepsWhatFits(FxRobot robot) throws Exception {
    URI server = openTraffic(robot);
    call(server.resolve("/me"));
    call(server.resolve("/health"));
    eventually(() -> exchanges(robot).getItems().size() == 2);

    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("health");

    assertThat(exchanges(robot).getItems())
        .singleElement()
        .satisfies(found -> assertThat(found.request().target()).isEqualTo("/health"));
  }

  private URI openTraffic(FxRobot robot) throws TimeoutException {
    robot.interact(() -> window.open("traffic"));
    eventually(
        () ->
            robot.lookup((Node node) -> text(node).startsWith("curl -i http")).queryAll().size()
                > 0);
    Node line = robot.lookup((Node node) -> text(node).startsWith("curl -i http")).query();
    return URI.create(text(line).replaceFirst("curl -i ", "").replaceFirst("/me$", ""));
  }

  private static void call(URI target) throws Exception {
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(target).build(), HttpResponse.BodyHandlers.ofString());
  }

  @SuppressWarnings("unchecked")
  private static ListView<ExchangeRecord> exchanges(FxRobot robot) {
    return robot.lookup("#traffic-exchanges").queryAs(ListView.class);
  }

  private static boolean visible(FxRobot robot, String text) {
    return robot.lookup((Node node) -> text(node).equals(text)).tryQuery().isPresent();
  }

  private static String text(Node node) {
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

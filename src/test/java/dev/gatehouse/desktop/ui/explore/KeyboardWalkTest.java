package dev.gatehouse.desktop.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.credential.Field;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Tab alone leads through the form of every type of credential, past its editors, to Send. */
@ExtendWith(ApplicationExtension.class)
final class KeyboardWalkTest {
  private static final Settings SETTINGS =
      new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, "");

  /** More stops than any form has. */
  private static final int TOO_MANY = 90;

  @TempDir private static Path folder;

  private final App app = new App(ServerOptions.onAnyPort().withHttps(), folder);
  private Stage stage;

  @Start
  void open(Stage primary) {
    stage = primary;
    app.show(primary, SETTINGS, () -> {});
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
  void everyFieldOfEveryTypeIsReachedAndNamedAndNoneKeepsTheFocus(FxRobot robot) {
    for (CredentialType type : CredentialTypes.all()) {
      robot.interact(() -> choose(robot, type));
      List<Node> stops = walk(robot);

      assertThat(stops)
          .as(type.type())
          .allSatisfy(stop -> assertThat(name(stop)).as(stop.toString()).isNotBlank());
      assertThat(stops).extracting(Node::getId).as(type.type()).contains("send");
      for (Field field : type.fields()) {
        if (field.kind() != Field.Kind.JWT) {
          assertThat(stops)
              .extracting(Node::getId)
              .as(type.type())
              .contains("field-" + field.name());
        }
      }
    }
  }

  /** From the type of the credential on, until Send or the same place again. */
  private List<Node> walk(FxRobot robot) {
    robot.interact(() -> robot.lookup("#credential-type").queryAs(ComboBox.class).requestFocus());
    List<Node> stops = new ArrayList<>();
    @Nullable Node at = stage.getScene().getFocusOwner();
    while (at != null && !stops.contains(at) && stops.size() < TOO_MANY) {
      stops.add(at);
      if ("send".equals(at.getId())) {
        return stops;
      }
      robot.push(KeyCode.TAB);
      at = stage.getScene().getFocusOwner();
    }
    return stops;
  }

  @SuppressWarnings("unchecked")
  private static void choose(FxRobot robot, CredentialType type) {
    ComboBox<CredentialType> types = robot.lookup("#credential-type").queryAs(ComboBox.class);
    types.getItems().stream()
        .filter(one -> one.type().equals(type.type()))
        .forEach(types::setValue);
  }

  private static String name(Node node) {
    String named = node.getAccessibleText();
    if (named != null && !named.isBlank()) {
      return named;
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

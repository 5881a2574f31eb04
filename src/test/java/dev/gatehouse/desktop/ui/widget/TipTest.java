package dev.gatehouse.desktop.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class TipTest {
  private static final int PATIENCE_SECONDS = 30;

  private Button button;

  @Start
  void open(Stage stage) {
    button = new Button("Send");
    stage.setScene(new Scene(new StackPane(button), 300, 200));
    stage.show();
  }

  @Test
  void itsWordsShowWhereThePointerRestsAndAreThoseThatItWasToldLast(FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> Tip.on(button, "Start the server"));
    assertThat(shown()).isEmpty();
    // Only a pointer that moves is noticed, and it may rest there from before.
    robot.moveTo(button).moveBy(3, 2);
    eventuallyShows("Start the server");

    robot.interact(() -> Tip.on(button, "Stop the server"));

    eventuallyShows("Stop the server");
  }

  @Test
  void screenReadersHaveTheWordsWithoutAPointer(FxRobot robot) {
    robot.interact(() -> Tip.on(button, "Ctrl+Enter"));
    assertThat(button.getAccessibleHelp()).isEqualTo("Ctrl+Enter");

    robot.interact(() -> Tip.on(button, ""));
    assertThat(button.getAccessibleHelp()).isNull();
  }

  private static void eventuallyShows(String words) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> shown().equals(Optional.of(words))).get());
  }

  private static Optional<String> shown() {
    return Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .map(window -> ((Tooltip) window).getText())
        .findFirst();
  }
}

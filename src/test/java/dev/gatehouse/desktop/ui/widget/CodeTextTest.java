package dev.gatehouse.desktop.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A large text that shows in part is still whole. */
@ExtendWith(ApplicationExtension.class)
final class CodeTextTest {
  private final List<String> heard = new ArrayList<>();
  private CodeText code;

  @Start
  void show(Stage stage) {
    code = CodeText.editable("body", Syntax.PLAIN);
    code.listen(heard::add);
    stage.setScene(new Scene(code, 400, 300));
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, CodeText.PART + 1, CodeText.ASK + 1})
  void noneOfALargeTextIsCutSilently(int length, FxRobot robot) {
    String large = lines(length);

    robot.interact(() -> code.setText(large));

    assertThat(code.text()).isEqualTo(large);
    assertThat(heard).allSatisfy(text -> assertThat(text).isEqualTo(large));
  }

  @Test
  void whatDoesNotShowStaysBehindWhatIsEdited(FxRobot robot) {
    String large = lines(CodeText.PART * 2);

    robot.interact(() -> code.setText(large));
    robot.interact(() -> code.area().insertText(0, "new "));

    assertThat(heard).last().isEqualTo("new " + large);
  }

  @Test
  void showingMoreKeepsWhatWasEdited(FxRobot robot) {
    String large = lines(CodeText.PART * 2);

    robot.interact(() -> code.setText(large));
    robot.interact(() -> code.area().insertText(0, "new "));
    robot.interact(() -> robot.lookup("Show more").queryAs(Button.class).fire());

    assertThat(code.text()).isEqualTo("new " + large);
    assertThat(code.area().getText()).isEqualTo("new " + large);
  }

  private static String lines(int length) {
    return "0123456789abcde\n".repeat(length / 16 + 1).substring(0, length);
  }
}

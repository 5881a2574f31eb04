package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.AttackStep;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.server.trace.Evidence;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the attacker does, one row for each step, the latest one highlighted. */
final class AttackSteps extends VBox {
  /** Shows the first {@code shown} of these steps. */
  void show(List<AttackStep> steps, int shown) {
    getChildren().clear();
    for (int i = 0; i < shown && i < steps.size(); i++) {
      Node row = row(i + 1, steps.get(i));
      if (i == shown - 1 && shown < steps.size()) {
        row.getStyleClass().add(Styles.CHOSEN);
      }
      getChildren().add(row);
    }
  }

  private static Node row(int number, AttackStep step) {
    Label at = new Label(String.valueOf(number));
    at.getStyleClass().addAll(Styles.QUIET, "attack-number");
    Label actor = new Label(capitalized(step.actor()));
    actor.getStyleClass().add(Styles.STRONG);
    actor.setMinWidth(Region.USE_PREF_SIZE);
    Label says = new Label(step.says());
    says.setWrapText(true);
    says.setMinWidth(0);
    says.setMinHeight(Region.USE_PREF_SIZE);
    VBox told = new VBox(says);
    HBox.setHgrow(told, Priority.ALWAYS);
    step.made().forEach(made -> told.getChildren().add(made(made)));
    if (step.hop() != null) {
      told.getChildren()
          .add(code(step.hop().request().method() + " " + pathOf(step.hop().request().url())));
    }
    HBox row = new HBox(at, actor, told);
    row.getStyleClass().addAll(Styles.ROW, "attack-step");
    row.setAccessibleText(number + ". " + step.actor() + ": " + step.says());
    return row;
  }

  private static Node made(Evidence made) {
    Label value = code(made.label() + ": " + made.value().strip().replace('\n', ' '));
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox line = new HBox(value, new CopyButton("the " + made.label(), made::value));
    line.getStyleClass().add("attack-made");
    return line;
  }

  /** One line; what does not fit is cut, and there in full when copied or sent. */
  private static Label code(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.CODE, Styles.QUIET);
    label.setMinWidth(0);
    return label;
  }

  private static String pathOf(String url) {
    int host = url.indexOf("//") + 2;
    int path = url.indexOf('/', host);
    return path < 0 ? "/" : url.substring(path);
  }

  private static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}

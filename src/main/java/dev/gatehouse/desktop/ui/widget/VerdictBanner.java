package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** One bold sentence that says what happened, with an icon, and a quiet rest. */
public final class VerdictBanner extends HBox {
  /** What kind of sentence it is; it decides the colour and the icon. */
  public enum Kind {
    /** Let in, stopped the attack, right. */
    GOOD(Feather.CHECK),
    /** Refused, let the attacker in, wrong. */
    BAD(Feather.X),
    /** Weakened, or works but deserves care. */
    CAUTION(Feather.ALERT_TRIANGLE),
    /** Neither. */
    NEUTRAL(Feather.INFO);

    private final Feather icon;

    Kind(Feather icon) {
      this.icon = icon;
    }
  }

  private final Text picture = Icons.of(Kind.NEUTRAL.icon);
  private final Label sentence = new Label();
  private final Label rest = new Label();
  private final FlowPane words = new FlowPane(sentence, rest);
  private Kind shown = Kind.NEUTRAL;

  /** A neutral banner without words. */
  public VerdictBanner() {
    getStyleClass().addAll("verdict", style(shown));
    sentence.getStyleClass().add("sentence");
    sentence.setWrapText(true);
    rest.setWrapText(true);
    // Side by side if there is room, else the rest below.
    words.getStyleClass().add("verdict-words");
    words.setAlignment(Pos.CENTER_LEFT);
    words.setPrefWrapLength(0);
    // Else it would be as wide as its longest sentence.
    words.setMinWidth(0);
    sentence.maxWidthProperty().bind(words.widthProperty());
    rest.maxWidthProperty().bind(words.widthProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(picture, words);
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    say(Kind.NEUTRAL, "", "");
  }

  /** A banner that says this. */
  public VerdictBanner(Kind kind, String sentence, String rest) {
    this();
    say(kind, sentence, rest);
  }

  /** Says something else, with the icon of its kind. */
  public void say(Kind kind, String bold, String quiet) {
    say(kind, kind.icon, bold, quiet);
  }

  /** Says something else, with an icon of its own. */
  public void say(Kind kind, Feather icon, String bold, String quiet) {
    if (shown != kind) {
      getStyleClass().remove(style(shown));
      getStyleClass().add(style(kind));
      shown = kind;
    }
    sentence.setText(bold);
    rest.setText(quiet);
    Icons.show(picture, icon);
    setAccessibleText((bold + " " + quiet).strip());
  }

  private static String style(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}

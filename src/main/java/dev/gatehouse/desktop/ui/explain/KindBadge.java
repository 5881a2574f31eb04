package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What became of a request: an icon and a word, in their colour. For lists of exchanges. */
public final class KindBadge extends Label {
  private static final List<String> COLOURS =
      List.of(Styles.PASSED, Styles.FAILED, Styles.WARNED, Styles.QUIET);

  /** A badge that says nothing yet. */
  public KindBadge() {
    getStyleClass().add("kind-badge");
    setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Says this. */
  public void show(Headline.Kind kind) {
    getStyleClass().removeAll(COLOURS);
    getStyleClass().add(colour(kind));
    setText(kind.word());
    setGraphic(Icons.of(icon(kind), colour(kind)));
  }

  static Feather icon(Headline.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> Feather.CHECK;
      case WEAKENED, ERROR -> Feather.ALERT_TRIANGLE;
      case REFUSED -> Feather.X;
      case FORBIDDEN -> Feather.SLASH;
      case NO_ANSWER -> Feather.WIFI_OFF;
      case PLAN -> Feather.LIST;
      case UNDERWAY -> Feather.SKIP_FORWARD;
    };
  }

  private static String colour(Headline.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> Styles.PASSED;
      case WEAKENED, ERROR -> Styles.WARNED;
      case REFUSED, FORBIDDEN, NO_ANSWER -> Styles.FAILED;
      case PLAN, UNDERWAY -> Styles.QUIET;
    };
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.server.trace.Outcome;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** The icons and colours of marks and headlines. */
final class Marks {
  private Marks() {}

  static Text icon(Mark mark) {
    return switch (mark) {
      case PASSED, PERMITS -> Icons.of(Outcome.PASSED);
      case FAILED, DENIES -> Icons.of(Outcome.FAILED);
      case SKIPPED -> Icons.of(Outcome.SKIPPED);
      case NOT_REACHED, PENDING -> Icons.of(Outcome.NOT_REACHED);
      case ABSTAINS -> Icons.of(Feather.MINUS, Styles.QUIET);
      case NOTE -> Icons.of(Feather.ARROW_RIGHT, Styles.QUIET);
    };
  }

  /** The style class of the colour; the plain text has none. */
  static String style(Mark mark) {
    return switch (mark) {
      case PASSED, PERMITS -> Styles.PASSED;
      case FAILED, DENIES -> Styles.FAILED;
      case SKIPPED -> Styles.WARNED;
      default -> Styles.QUIET;
    };
  }

  /** Lets the banner say the headline, with the icon and the colour of its kind. */
  static void say(VerdictBanner banner, Headline headline) {
    VerdictBanner.Kind kind =
        switch (headline.kind()) {
          case ACCEPTED -> VerdictBanner.Kind.GOOD;
          case WEAKENED, ERROR -> VerdictBanner.Kind.CAUTION;
          case REFUSED, FORBIDDEN, NO_ANSWER -> VerdictBanner.Kind.BAD;
          case PLAN, UNDERWAY -> VerdictBanner.Kind.NEUTRAL;
        };
    banner.say(kind, KindBadge.icon(headline.kind()), headline.sentence(), headline.remark());
  }
}

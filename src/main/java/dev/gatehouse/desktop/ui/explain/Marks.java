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
    switch (headline.kind()) {
      case ACCEPTED -> say(banner, VerdictBanner.Kind.GOOD, Feather.CHECK, headline);
      case WEAKENED -> say(banner, VerdictBanner.Kind.CAUTION, Feather.ALERT_TRIANGLE, headline);
      case REFUSED -> say(banner, VerdictBanner.Kind.BAD, Feather.X, headline);
      case FORBIDDEN -> say(banner, VerdictBanner.Kind.BAD, Feather.SLASH, headline);
      case ERROR -> say(banner, VerdictBanner.Kind.CAUTION, Feather.ALERT_TRIANGLE, headline);
      case NO_ANSWER -> say(banner, VerdictBanner.Kind.BAD, Feather.WIFI_OFF, headline);
      case PLAN -> say(banner, VerdictBanner.Kind.NEUTRAL, Feather.LIST, headline);
    }
  }

  private static void say(
      VerdictBanner banner, VerdictBanner.Kind kind, Feather icon, Headline headline) {
    banner.say(kind, icon, headline.sentence(), headline.remark());
  }
}

package dev.gatehouse.desktop.ui.intercept;

import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CallCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A passage in two lines: the request, and how far it has come. */
final class PassageCell extends CallCell<Passage> {
  @Override
  protected Line line(Passage passage) {
    return new Line(
        switch (passage.stage()) {
          case REQUEST_HELD, RESPONSE_HELD -> Icons.of(Feather.PAUSE, Styles.WARNED);
          case WITH_SERVER -> Icons.of(Feather.CLOCK, Styles.QUIET);
          case DONE -> Icons.of(Feather.ARROW_RIGHT, Styles.QUIET);
          case DROPPED -> Icons.of(Feather.SLASH, Styles.QUIET);
        },
        passage.came().method(),
        passage.came().target(),
        stage(passage) + " · " + passage.origin(),
        passage.since());
  }

  private static String stage(Passage passage) {
    @Nullable Answer given = passage.given();
    @Nullable Hop hop = passage.hop();
    if (given != null) {
      String changed = passage.requestChanged() || passage.responseChanged() ? " · changed" : "";
      return (given.status() == 0 ? "no answer" : given.status() + " " + given.reason()) + changed;
    }
    return passage.held() && hop != null
        ? passage.stage().words() + ", " + hop.status()
        : passage.stage().words();
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.export.Obtained;
import java.util.Map;
import java.util.Optional;

/** What the latest exchange has obtained on the way, to be used again. */
final class LatestObtained {
  private Map<String, String> values = Map.of();
  private Optional<Obtained> obtained = Optional.empty();

  /** An exchange begins with these fields filled in. */
  void begins(Map<String, String> filledIn) {
    values = filledIn;
  }

  /** It has ended. */
  void ended(Sent sent) {
    obtained = Obtained.by(sent.composition().credential(), values, sent.exchange());
  }

  /** Empty if nothing was. */
  Optional<Obtained> get() {
    return obtained;
  }
}

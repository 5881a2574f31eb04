package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.shell.Steppable;
import java.util.Optional;

/** A page that is presented by going through what it explains. */
public interface Explained extends Steppable {
  /** Where it explains; empty before it was first shown. */
  Optional<ExplanationView> explained();

  @Override
  default boolean next() {
    return explained().map(ExplanationView::next).orElse(false);
  }

  @Override
  default boolean previous() {
    return explained().map(ExplanationView::previous).orElse(false);
  }
}

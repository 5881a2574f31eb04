package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.shell.Steppable;
import java.util.Optional;

/** A page that is presented by going through what it explains. */
public interface Explained extends Steppable {
  /** What such a page shows. */
  interface View {
    /** Where it explains. */
    ExplanationView explanation();

    /** Hides what an audience need not see, or shows it again. */
    void presenting(boolean on);
  }

  /** What it shows; empty before it was first shown. */
  Optional<? extends View> explained();

  @Override
  default boolean next() {
    return explained().map(view -> view.explanation().next()).orElse(false);
  }

  @Override
  default boolean previous() {
    return explained().map(view -> view.explanation().previous()).orElse(false);
  }

  @Override
  default void presenting(boolean on) {
    explained().ifPresent(view -> view.presenting(on));
  }
}

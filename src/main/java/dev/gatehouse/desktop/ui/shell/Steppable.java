package dev.gatehouse.desktop.ui.shell;

/** A page that can be presented: step by step, without what is only for composing. */
public interface Steppable {
  /**
   * Goes one step on.
   *
   * @return whether there was one
   */
  boolean next();

  /**
   * Goes one step back.
   *
   * @return whether there was one
   */
  boolean previous();

  /** Hides what an audience need not see, or shows it again. */
  void presenting(boolean on);
}

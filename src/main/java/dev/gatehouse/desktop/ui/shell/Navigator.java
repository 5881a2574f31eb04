package dev.gatehouse.desktop.ui.shell;

/** Leads from one page to another, and speaks through the frame. On the JavaFX thread only. */
public interface Navigator {
  /**
   * Opens a page.
   *
   * @param page its {@link Page#id()}; an unknown one is ignored
   */
  void open(String page);

  /**
   * Opens the page that shows such subjects, with this one.
   *
   * @return whether there is one
   */
  boolean open(Subject subject);

  /**
   * Sets the window's title.
   *
   * @param title what comes before the program's name, for example {@code GET /me · 200 OK}; empty
   *     for the name alone
   */
  void title(String title);

  /** Says again in the status bar which keys the page has that shows: they are others now. */
  void keys();

  /** Says in the status bar, for some seconds, what was just done or did not work. */
  void status(String text);

  /** Says in the status bar how the last request went, for example how long it took. */
  void timing(String text);
}

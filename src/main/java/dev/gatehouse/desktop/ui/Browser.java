package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.oauth.SystemBrowser;
import java.util.function.Consumer;

/** Opens pages on the web in the person's own browser. */
public final class Browser implements Consumer<String> {
  private final Background background;
  private final Consumer<String> tell;

  /**
   * A way to the browser.
   *
   * @param tell called on the JavaFX thread with what is worth knowing if it did not open
   */
  public Browser(Background background, Consumer<String> tell) {
    this.background = background;
    this.tell = tell;
  }

  /** Opens a page; anything but an HTTPS address is ignored. Returns at once. */
  @Override
  public void accept(String url) {
    if (url.startsWith("https://")) {
      background.run(
          () -> SystemBrowser.open(url),
          () -> {},
          wrong -> tell.accept("No browser could be opened: " + url));
    }
  }
}

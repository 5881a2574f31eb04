package dev.gatehouse.desktop.ui;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Opens pages on the web in the person's own browser. JavaFX offers this only to programs that
 * extend its Application, and AWT would have to be loaded for it, so the platform's command is
 * used.
 */
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
          () -> open(url), () -> {}, wrong -> tell.accept("No browser could be opened: " + url));
    }
  }

  private static void open(String url) throws IOException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command;
    if (system.startsWith("windows")) {
      command = List.of("rundll32", "url.dll,FileProtocolHandler", url);
    } else {
      command = List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
    }
    new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}

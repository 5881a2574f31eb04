package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Wire;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;

/**
 * The person's own browser (RFC 8252 §4). The program never sees what is typed there, and of what
 * the browser sends it sees only what comes back to it.
 */
public final class SystemBrowser implements UserAgent {
  /** Opens an address. */
  @FunctionalInterface
  public interface Opener {
    /** Opens it, and returns at once. */
    void open(String url) throws IOException;
  }

  private final Opener opener;

  /** The browser of this platform. */
  public SystemBrowser() {
    this(SystemBrowser::open);
  }

  /** The browser that is opened like this. */
  public SystemBrowser(Opener opener) {
    this.opener = opener;
  }

  @Override
  public String visit(String url, Redirection redirection, Wire wire)
      throws FlowException, InterruptedException {
    if (!redirection.isListening()) {
      throw new FlowException(
          "Your own browser can only come back to an address of this machine, for example"
              + " http://127.0.0.1/callback. Write that as redirect URI, or choose the built-in browser.");
    }
    start(url);
    Redirection.Arrival arrival = redirection.await();
    wire.received(arrival.hop());
    return arrival.request().url();
  }

  @Override
  public void connect(Device device, Wire wire) throws FlowException {
    start(device.complete());
  }

  @Override
  public boolean decidesAtOnce() {
    return false;
  }

  private void start(String url) throws FlowException {
    try {
      opener.open(url);
    } catch (IOException none) {
      throw new FlowException("No browser could be opened. Open this yourself: " + url);
    }
  }

  /**
   * Opens an address in the person's browser. JavaFX offers this only to programs that extend its
   * Application, and AWT would have to be loaded for it, so the platform's command is used.
   *
   * @throws IOException if there is no such command
   */
  public static void open(String url) throws IOException {
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

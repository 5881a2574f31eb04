package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.util.List;

/**
 * What exactly would be sent, were Send pressed now.
 *
 * @param draft the request with its credential, as far as it can be known beforehand
 * @param lines the header lines in the order in which they go out
 * @param later what happens first, for example {@code sign in}; empty if nothing does
 * @param problem why it cannot be sent, in words; empty if it can
 * @param curl the same as a command for curl; empty if it cannot be sent
 */
public record RequestPreview(
    Draft draft, List<Line> lines, String later, String problem, String curl) {
  /** Who put a header line there. */
  public enum Origin {
    /** The person, in the headers. */
    WRITTEN,
    /** The credential. */
    CREDENTIAL,
    /** The client, because HTTP needs it. */
    CLIENT
  }

  /**
   * One header line.
   *
   * @param header as it goes out
   * @param origin who put it there
   */
  public record Line(Header header, Origin origin) {}

  public RequestPreview {
    lines = List.copyOf(lines);
  }

  /** What is shown before anything is known. */
  static RequestPreview none() {
    return new RequestPreview(new Draft("GET", "", List.of(), new byte[0]), List.of(), "", "", "");
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.export.CurlCommand;
import dev.gatehouse.desktop.export.Obtained;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Line;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Origin;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what would be sent, by letting the credential itself present what is filled in. Nothing
 * is sent for it: a credential that would have to sign in first says so instead.
 */
final class Previewer {
  /** Stops a credential that wants to send something, and remembers what for. */
  private static final class NothingIsSentNow extends RuntimeException {
    private final String purpose;

    NothingIsSentNow(String purpose) {
      super(purpose);
      this.purpose = purpose;
    }
  }

  private static final Wire NOTHING_IS_SENT =
      (purpose, draft) -> {
        throw new NothingIsSentNow(purpose);
      };

  private Previewer() {}

  /**
   * What would be sent. Never call it on the JavaFX thread: a credential may have to sign.
   *
   * @param byHand the header lines among those of the call that a person wrote
   * @param here whether it goes to the embedded server, whose authority curl has to be told of
   * @param obtained what the latest exchange has obtained; empty if nothing
   */
  static RequestPreview preview(
      CredentialType type,
      Map<String, String> values,
      Draft call,
      List<Header> byHand,
      boolean here,
      Optional<Obtained> obtained) {
    String later = "";
    String problem = "";
    Draft draft = call;
    try {
      draft = type.present(values, call, NOTHING_IS_SENT);
    } catch (NothingIsSentNow hop) {
      later = hop.purpose;
    } catch (CredentialException unusable) {
      problem = String.valueOf(unusable.getMessage());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    try {
      String curl = problem.isEmpty() ? curl(type, values, call, here, obtained) : "";
      return new RequestPreview(draft, lines(call, draft, byHand), later, problem, curl);
    } catch (IllegalArgumentException cannotBeSent) {
      String why = String.valueOf(cannotBeSent.getMessage());
      return new RequestPreview(draft, List.of(), later, why, "");
    }
  }

  /** The command for curl; if it has no words for this, a comment that says why. */
  private static String curl(
      CredentialType type,
      Map<String, String> values,
      Draft call,
      boolean here,
      Optional<Obtained> obtained) {
    try {
      return new CurlCommand(here ? CurlCommand.AUTHORITY_FILE : null)
          .write(type, values, call, obtained);
    } catch (CredentialException notForCurl) {
      return "# " + notForCurl.getMessage();
    }
  }

  private static List<Line> lines(Draft call, Draft draft, List<Header> byHand) {
    List<Header> written = new ArrayList<>(byHand);
    List<Header> presented = new ArrayList<>(draft.headers());
    call.headers().forEach(presented::remove);
    List<Line> lines = new ArrayList<>();
    for (Header header : OkHttpWire.asSent(draft).headers()) {
      lines.add(new Line(header, origin(header, written, presented)));
    }
    return lines;
  }

  private static Origin origin(Header header, List<Header> written, List<Header> presented) {
    if (written.remove(header)) {
      return Origin.WRITTEN;
    }
    return presented.remove(header) ? Origin.CREDENTIAL : Origin.CLIENT;
  }
}

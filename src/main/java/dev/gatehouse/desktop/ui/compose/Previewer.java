package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Line;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Origin;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** What would be sent. Never call it on the JavaFX thread: a credential may have to sign. */
  static RequestPreview preview(CredentialType type, Map<String, String> values, Draft call) {
    try {
      Draft draft = type.present(values, call, NOTHING_IS_SENT);
      return new RequestPreview(draft, lines(call, draft), "", "");
    } catch (NothingIsSentNow hop) {
      return new RequestPreview(call, lines(call, call), hop.purpose, "");
    } catch (CredentialException problem) {
      return new RequestPreview(call, lines(call, call), "", String.valueOf(problem.getMessage()));
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      return new RequestPreview(call, lines(call, call), "", "");
    } catch (IllegalArgumentException unusable) {
      return new RequestPreview(call, lines(call, call), "", String.valueOf(unusable.getMessage()));
    }
  }

  private static List<Line> lines(Draft call, Draft draft) {
    List<Header> written = new ArrayList<>(call.headers());
    List<Line> lines = new ArrayList<>();
    for (Header header : draft.headers()) {
      lines.add(new Line(header, written.remove(header) ? Origin.WRITTEN : Origin.CREDENTIAL));
    }
    return lines;
  }
}

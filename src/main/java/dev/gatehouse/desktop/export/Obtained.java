package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What went with a call as its credential after other requests had obtained it: a token, a session,
 * a proof.
 *
 * @param type the type of credential, for example {@code oauth-code}
 * @param values its fields as they were filled in, by field name
 * @param headers the header lines that carried it
 */
public record Obtained(String type, Map<String, String> values, List<Header> headers) {
  private static final Set<String> CARRIERS =
      Set.of(
          "authorization",
          "cookie",
          "dpop",
          SessionCredential.CSRF_HEADER.toLowerCase(Locale.ROOT));

  private static final Map<String, String> REMARKS =
      Map.of(
          "dpop",
          "A proof is for one request, and this one was used: the server refuses it when it comes"
              + " again (RFC 9449 §11.1).",
          "webauthn",
          "With the session that the passkey began. It ends when somebody logs out.");

  private static final String OF_TOKENS = "With the access token that was obtained, until it ends.";

  public Obtained {
    values = Map.copyOf(values);
    headers = List.copyOf(headers);
  }

  /**
   * What an exchange has obtained.
   *
   * @return empty if it did not come to the call, or sent nothing before it
   */
  public static Optional<Obtained> by(String type, Map<String, String> values, Exchange exchange) {
    Hop call = exchange.last();
    if (exchange.hops().size() < 2 || !call.purpose().equals(Exchange.THE_CALL)) {
      return Optional.empty();
    }
    List<Header> carried =
        call.request().headers().stream()
            .filter(header -> CARRIERS.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList();
    return carried.isEmpty() ? Optional.empty() : Optional.of(new Obtained(type, values, carried));
  }

  /** Whether it is what these fields would obtain, and enough for this call. */
  boolean fits(String asked, Map<String, String> filledIn, Draft call) {
    boolean byCookie = headers.stream().anyMatch(one -> one.name().equalsIgnoreCase("Cookie"));
    boolean secondSecret =
        headers.stream()
            .anyMatch(one -> one.name().equalsIgnoreCase(SessionCredential.CSRF_HEADER));
    return type.equals(asked)
        && values.equals(filledIn)
        && (!byCookie || secondSecret || !SessionCredential.needsCsrfToken(call.method()));
  }

  /** What is to be known of it, as a comment of the shell. */
  String remark() {
    return "# " + REMARKS.getOrDefault(type, OF_TOKENS) + "\n";
  }

  /** This call with it. */
  Draft on(Draft call) {
    Draft complete = call;
    for (Header header : headers) {
      complete = complete.withHeader(header.name(), header.value());
    }
    return complete;
  }
}

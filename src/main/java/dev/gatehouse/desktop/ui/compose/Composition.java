package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A composed request as a value: what the compose pane can be filled with, and what is kept of it.
 *
 * @param method for example {@code GET}
 * @param target path and query, or an absolute URL of another server
 * @param person whose credential it is, for example {@code alice}, or {@link #NOBODY}
 * @param credential the type of credential, for example {@code jwt}
 * @param edits the values of the credential's fields that differ from the person's own, by name
 * @param headers the header lines that the person wrote, in order
 * @param body the body as text; empty for none
 */
public record Composition(
    String method,
    String target,
    String person,
    String credential,
    Map<String, String> edits,
    List<Header> headers,
    String body) {
  /** The person who is nobody: no credential is filled in. */
  public static final String NOBODY = "nobody";

  public Composition {
    edits = new LinkedHashMap<>(edits);
    headers = List.copyOf(headers);
  }

  /** What stands there at the start: ready to be sent, and accepted. */
  public static Composition first() {
    return new Composition(
        "GET",
        "/calendars/alice-work/events",
        "alice",
        "jwt",
        Map.of(),
        List.of(new Header("Accept", "application/json")),
        "");
  }

  /** A call as it was or is to be sent, with the values of its credential. */
  public static Composition of(
      Draft call, String type, Map<String, String> values, CredentialOwner owner) {
    return new Composition(
        call.method(),
        owner.target(call.url()),
        owner.person(type, values),
        type,
        owner.edits(type, values),
        call.headers(),
        new String(call.body(), StandardCharsets.UTF_8));
  }
}

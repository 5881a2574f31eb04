package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.credential.HttpSignatureCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.httpsignature.Component;
import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import dev.gatehouse.server.trace.Header;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what a signature among the header lines says of itself (RFC 9421 §4), so that it can be
 * made again with the same terms.
 */
final class SignedHeaders {
  private static final String NONE = "none";

  private SignedHeaders() {}

  /** The only signature there is; empty if there is another number of them, or it is broken. */
  static Optional<RecognisedCredential> in(Draft draft) {
    try {
      List<MessageSignature> found = MessageSignature.in(draft.headers());
      boolean alone =
          draft.headers().stream()
              .noneMatch(header -> header.name().equalsIgnoreCase("Authorization"));
      return found.size() == 1 && alone
          ? Optional.of(recognised(found.get(0).parameters(), draft))
          : Optional.empty();
    } catch (ComponentException broken) {
      // A broken one has to stay broken.
      return Optional.empty();
    }
  }

  private static RecognisedCredential recognised(SignatureParameters terms, Draft draft) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(
        HttpSignatureCredential.COVERED,
        terms.components().stream().map(Component::text).collect(Collectors.joining(" ")));
    values.put(HttpSignatureCredential.CREATED, moment(terms.created()));
    values.put(HttpSignatureCredential.EXPIRES, moment(terms.expires()));
    values.put(HttpSignatureCredential.NONCE, terms.nonce().orElse(NONE));
    terms.keyId().ifPresent(id -> values.put(HttpSignatureCredential.KEY_ID, id));
    terms.algorithm().ifPresent(name -> values.put(HttpSignatureCredential.ALGORITHM, name));
    List<Header> others = draft.headers().stream().filter(SignedHeaders::isOther).toList();
    Draft rest = new Draft(draft.method(), draft.url(), others, draft.body());
    return new RecognisedCredential(rest, RecognisedCredential.SIGNATURE, values);
  }

  private static String moment(Optional<Instant> when) {
    return when.map(at -> Long.toString(at.getEpochSecond())).orElse(NONE);
  }

  private static boolean isOther(Header header) {
    return !header.name().equalsIgnoreCase(MessageSignature.FIELD)
        && !header.name().equalsIgnoreCase(MessageSignature.INPUT_FIELD);
  }
}

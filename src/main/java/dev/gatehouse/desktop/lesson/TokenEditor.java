package dev.gatehouse.desktop.lesson;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out what a lesson says is done to a JSON Web Token (RFC 7519) before it is sent. */
final class TokenEditor {
  /**
   * Signs as the server does: from header and payload, as JSON, to the compact token (RFC 7515
   * §7.1).
   */
  @FunctionalInterface
  interface Signer {
    /** The signed token. */
    String sign(String header, String payload);
  }

  private static final Pattern TIME = Pattern.compile("now([+-][0-9]{1,9})?");

  private final Signer signer;
  private final Clock clock;

  /**
   * An editor.
   *
   * @param signer signs again, where a lesson wants it
   * @param clock what {@code now} means
   */
  TokenEditor(Signer signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * The edited token.
   *
   * @throws CredentialException if what is there is not a signed token to begin with
   */
  String edit(String token, TokenEdit edit) throws CredentialException {
    CompactToken changed = CompactToken.parse(token);
    for (Map.Entry<String, @Nullable Object> change : edit.header().entrySet()) {
      changed = changed.withHeader(change.getKey(), change.getValue());
    }
    for (Map.Entry<String, @Nullable Object> change : edit.claims().entrySet()) {
      changed = changed.withClaim(change.getKey(), timed(change.getValue()));
    }
    return switch (edit.signature()) {
      case KEEP -> changed.text();
      case EMPTY -> changed.withSignature(new byte[0]).text();
      case AGAIN -> signer.sign(changed.header(), changed.payload());
    };
  }

  private @Nullable Object timed(@Nullable Object value) {
    Matcher time = TIME.matcher(String.valueOf(value));
    if (!time.matches()) {
      return value;
    }
    long offset = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
    return clock.instant().getEpochSecond() + offset;
  }
}

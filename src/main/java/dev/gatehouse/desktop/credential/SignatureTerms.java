package dev.gatehouse.desktop.credential;

import dev.gatehouse.server.httpsignature.SignatureParameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a signature says of itself apart from what it covers (RFC 9421 §2.3), as it is filled in.
 *
 * @param values by field name
 * @param clock what {@link #NOW} is told by
 */
record SignatureTerms(Map<String, String> values, Clock clock) {
  /** The moment of signing; a number of seconds may follow, with plus or minus. */
  static final String NOW = "now";

  /** The parameter is left out. */
  static final String NONE = "none";

  /** A nonce that is made up anew each time. */
  static final String RANDOM = "random";

  private static final Pattern FROM_NOW = Pattern.compile(NOW + "(?:\\s*([+-])\\s*(\\d{1,9}))?");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  /** The parameters with these terms, as what is made with this key says them. */
  SignatureParameters addedTo(SignatureParameters parameters, SignatureKey key)
      throws CredentialException {
    SignatureParameters all = parameters;
    for (String name : List.of(HttpSignatureCredential.CREATED, HttpSignatureCredential.EXPIRES)) {
      Optional<Instant> moment = moment(name);
      if (moment.isPresent()) {
        all = all.with(name, moment.get());
      }
    }
    all = with(all, "keyid", key.keyId()).with("alg", key.algorithm().text());
    Optional<String> nonce = nonce();
    return nonce.isPresent() ? with(all, "nonce", nonce.get()) : all;
  }

  /**
   * The moment that is filled in; empty if none is.
   *
   * @throws CredentialException if it cannot be read
   */
  Optional<Instant> moment(String name) throws CredentialException {
    String text = text(name);
    Matcher fromNow = FROM_NOW.matcher(text);
    if (text.isEmpty() || text.equals(NONE)) {
      return Optional.empty();
    }
    if (fromNow.matches()) {
      long seconds = fromNow.group(2) == null ? 0 : Long.parseLong(fromNow.group(2));
      return Optional.of(
          clock.instant().plusSeconds("-".equals(fromNow.group(1)) ? -seconds : seconds));
    }
    try {
      return Optional.of(
          SECONDS.matcher(text).matches()
              ? Instant.ofEpochSecond(Long.parseLong(text))
              : Instant.parse(text));
    } catch (DateTimeException unreadable) {
      throw new CredentialException(
          "\"" + text + "\" is no moment for " + name + ". Write now, now+60, now-600 or none.");
    }
  }

  private Optional<String> nonce() {
    String text = text(HttpSignatureCredential.NONCE);
    if (text.isEmpty() || text.equals(NONE)) {
      return Optional.empty();
    }
    return Optional.of(text.equals(RANDOM) ? UUID.randomUUID().toString() : text);
  }

  private String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** Strings of structured fields are ASCII without controls (RFC 8941 §3.3.3). */
  private static SignatureParameters with(SignatureParameters parameters, String name, String value)
      throws CredentialException {
    try {
      return parameters.with(name, value);
    } catch (IllegalArgumentException unwritable) {
      throw new CredentialException(
          "\""
              + value
              + "\" cannot be the "
              + name
              + ": plain letters, digits and signs alone can.");
    }
  }
}

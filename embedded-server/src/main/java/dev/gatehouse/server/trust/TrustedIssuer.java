package dev.gatehouse.server.trust;

import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * An issuer other than this server whose tokens are taken.
 *
 * @param issuer its name, exactly as its tokens have it in {@code iss} (RFC 7519 §4.1.1)
 * @param audience what its tokens have to have in {@code aud}
 * @param keys where its keys are
 */
public record TrustedIssuer(String issuer, String audience, KeySource keys) {
  /**
   * Reads what {@code --trust-issuer} was given: the issuer's URL, under which its keys are found
   * when they are first needed (OpenID Connect Discovery 1.0 §4); or the URL, an equals sign and a
   * file with its keys (RFC 7517 §5), and then nothing is ever fetched.
   *
   * @param audience what its tokens have to have in {@code aud}
   * @throws IllegalArgumentException if it is neither; its message says why
   */
  public static TrustedIssuer read(String text, String audience, Clock clock) {
    int equals = text.indexOf('=');
    if (equals >= 0) {
      JwkSet keys = fileOf(text.substring(equals + 1));
      return new TrustedIssuer(text.substring(0, equals), audience, kid -> keys);
    }
    if (!KeyFetcher.isSafe(text) || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          text
              + " is no issuer that can be trusted: its keys have to be had by https://, or by http:// from this machine.");
    }
    return new TrustedIssuer(text, audience, new DiscoveredKeys(text, new KeyFetcher(), clock));
  }

  private static JwkSet fileOf(String name) {
    try {
      return JwkSet.read(Files.readString(Path.of(name)));
    } catch (JoseException unreadable) {
      throw new IllegalArgumentException(name + ": " + unreadable.problem() + ".", unreadable);
    } catch (IOException | InvalidPathException missing) {
      throw new IllegalArgumentException("The file " + name + " cannot be read.", missing);
    }
  }
}

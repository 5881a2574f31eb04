package dev.gatehouse.server.brought;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.trust.KeyFetcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The keys at the address that stands in a token, whoever has put them there. */
final class LinkedKeys {
  private LinkedKeys() {}

  static List<Jwk> of(CompactJws token) throws JoseException {
    try {
      byte[] document = new KeyFetcher().fetch(token.parameter("jku").orElse(""));
      return JwkSet.read(new String(document, StandardCharsets.UTF_8))
          .withoutSecrets()
          .candidates(token.parameter("kid").orElse(null));
    } catch (IOException unreachable) {
      throw new JoseException(String.valueOf(unreachable.getMessage()));
    }
  }
}

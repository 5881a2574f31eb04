package dev.gatehouse.server.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.identity.MovableClock;
import dev.gatehouse.server.jose.KeysUnavailableException;
import dev.gatehouse.server.jose.TokenIssuer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an issuer's keys are fetched, and what is taken for them. */
final class DiscoveredKeysTest {
  private static final String ISSUER = "https://issuer.example/realm";
  private static final String METADATA = ISSUER + "/.well-known/openid-configuration";
  private static final String JWKS = ISSUER + "/keys";

  private final MovableClock clock = new MovableClock();
  private final Map<String, String> documents = new TreeMap<>();
  private final List<String> fetched = new ArrayList<>();
  private final DiscoveredKeys keys =
      new DiscoveredKeys(
          ISSUER,
          new KeyFetcher() {
            @Override
            public byte[] fetch(String address) throws IOException {
              fetched.add(address);
              @Nullable String document = documents.get(address);
              if (document == null) {
                throw new IOException(address + " answered 404");
              }
              return document.getBytes(UTF_8);
            }
          },
          clock);

  DiscoveredKeysTest() {
    publish(ISSUER, JWKS);
    rotate();
  }

  private void publish(String issuer, String jwksUri) {
    documents.put(METADATA, "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + jwksUri + "\"}");
  }

  private void rotate() {
    documents.put(JWKS, TokenIssuer.create(ISSUER, clock).jwks().toString());
  }

  private void assertRefused(String because) {
    assertThatThrownBy(() -> keys.keys("a"))
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessageContaining(because);
  }

  @Test
  void anUnknownNameIsLookedForOncePerPause() throws Exception {
    keys.keys("unknown");
    keys.keys("unknown");
    assertThat(fetched).containsExactly(METADATA, JWKS);

    clock.advance(DiscoveredKeys.PAUSE);
    keys.keys("unknown");
    keys.keys("another");

    assertThat(fetched).hasSize(4);
  }

  @Test
  void knownKeysAreKeptForAWhile() throws Exception {
    keys.keys(null);
    clock.advance(DiscoveredKeys.KEPT);
    keys.keys(null);
    assertThat(fetched).hasSize(2);

    clock.advance(DiscoveredKeys.PAUSE);
    keys.keys(null);
    assertThat(fetched).hasSize(4);
  }

  @Test
  void knownKeysStayIfNewOnesCannotBeHad() throws Exception {
    keys.keys(null);
    documents.clear();
    clock.advance(DiscoveredKeys.KEPT.plusSeconds(1));

    assertThat(keys.keys(null).candidates(null)).isNotEmpty();
  }

  @Test
  void afterAFailureThereIsAPauseToo() {
    documents.clear();

    assertRefused("404");
    assertRefused("404");
    assertThat(fetched).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "https://issuer.example/realm/, https://issuer.example/realm/keys, another issuer",
    "https://issuer.example/realm, http://127.0.0.1/keys, https",
    "https://issuer.example/realm, https://issuer.example/nothing, 404"
  })
  void metadataThatDoNotFitAreNotBelieved(String issuer, String jwksUri, String because) {
    publish(issuer, jwksUri);

    assertRefused(because);
  }

  @Test
  void aSecretThatIsPublishedIsNoKey() throws Exception {
    documents.put(
        JWKS,
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}");

    assertThat(keys.keys("a").candidates(null)).isEmpty();
    assertThat(keys.keys("a").setAside()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "https://issuer.example, true",
    "http://127.0.0.1:8080/realms/a, true",
    "http://localhost, true",
    "http://[::1]:80, true",
    "http://127.0.0.1.example, false",
    "http://localhost.example, false",
    "http://10.0.0.1, false",
    "https://a@issuer.example, false",
    "ftp://localhost, false",
    "nothing, false"
  })
  void addressesAreFetchedByHttpsOrFromThisMachine(String address, boolean safe) {
    assertThat(KeyFetcher.isSafe(address)).isEqualTo(safe);
  }
}

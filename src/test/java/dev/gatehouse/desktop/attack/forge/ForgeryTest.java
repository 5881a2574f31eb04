package dev.gatehouse.desktop.attack.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forged tokens, sent to a real server. */
final class ForgeryTest {
  private final OwnServer own = OwnServer.start();

  @AfterEach
  void close() {
    own.close();
  }

  @Test
  void aHardenedServerStopsEveryForgery() throws Exception {
    for (Forgery forgery : Forgeries.all()) {
      ExchangeRecord record = send(forged(forgery, Map.of())).record();

      assertThat(record.response().status()).as(forgery.title()).isEqualTo(401);
      assertThat(record.stoppedBy()).as(forgery.title()).isPresent();
    }
  }

  @Test
  void aServerThatAcceptsNoneDoesSoInAnySpelling() throws Exception {
    own.server().weaknesses().set("accept-alg-none", true);

    Hop answer = send(forged(new AlgNone(), Map.of("alg", "nOnE")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("alice");
  }

  @Test
  void aServerThatTrustsTheHeaderIsConfusedByItsOwnPublicKey() throws Exception {
    own.server().weaknesses().set("trust-alg-header", true);

    assertThat(send(forged(new KeyConfusion(), Map.of())).status()).isEqualTo(200);
  }

  @Test
  void whatIsWrittenIntoKidArrives() throws Exception {
    CompactToken forged = forged(new OwnSecret(), Map.of("kid", "a/b", "secret", "x"));

    assertThat(forged.header()).contains("\"kid\":\"a/b\"").contains("HS256");
  }

  @Test
  void everyForgeryThatNamesAnAttackNamesOneOfTheCatalogue() {
    for (Forgery forgery : Forgeries.all()) {
      if (!forgery.attack().isEmpty()) {
        assertThat(Attacks.named(forgery.attack())).as(forgery.title()).isPresent();
      }
    }
  }

  @Test
  void theTokensOfPeopleAndOfWhatWasSentAreFoundOnce() throws Exception {
    Hop hop = send(forged(new AlgNone(), Map.of()));
    List<SeenToken> seen =
        SeenToken.in(own.server().people(), List.of(new Exchange(List.of(hop, hop))));

    assertThat(seen).extracting(SeenToken::where).containsOnlyOnce("GET /me");
    assertThat(seen).extracting(SeenToken::subject).contains("alice", "dave");
    assertThat(seen.toString()).doesNotContain("eyJ");
  }

  private CompactToken forged(Forgery forgery, Map<String, String> chosen) throws Exception {
    Hop keys =
        own.wire().send("keys", new Draft("GET", at("/.well-known/jwks.json"), List.of(), NOTHING));
    CompactToken token = CompactToken.parse(secret("dave")).withClaim("sub", "alice");
    return forgery.forge(token, Ingredients.keys(keys.body(), chosen));
  }

  private static final byte[] NOTHING = new byte[0];

  private Hop send(CompactToken token) throws InterruptedException {
    return own.wire()
        .send(
            "test",
            new Draft("GET", at("/me"), List.of(), NOTHING)
                .withHeader("Authorization", "Bearer " + token.text()));
  }

  private String at(String path) {
    return own.server().http() + path;
  }

  private String secret(String person) {
    return own.server().people().stream()
        .filter(known -> known.id().equals(person))
        .flatMap(known -> known.secret("jwt").stream())
        .findFirst()
        .orElseThrow();
  }
}

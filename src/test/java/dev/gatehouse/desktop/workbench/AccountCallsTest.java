package dev.gatehouse.desktop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.credential.OpaqueTokenCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.DemoPerson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People's tokens and the keys of the issuer, by the calls of the API itself. */
class AccountCallsTest {
  private static OwnServer own;
  private static AccountCalls calls;

  @BeforeAll
  static void start() {
    own = OwnServer.start();
    calls = new AccountCalls(own.wire(), own.base());
  }

  @AfterAll
  static void close() {
    own.close();
  }

  private static DemoPerson person(String id) {
    return own.server().people().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int statusWith(String token) throws Exception {
    Draft call = new Draft("GET", own.base() + "/calendars", List.of(), new byte[0]);
    return own.send(new OpaqueTokenCredential(), Map.of("token", token), call).last().status();
  }

  @Test
  void aTokenIsGoodUntilItIsRevoked() throws Exception {
    DemoPerson alice = person("alice");
    Instant soon = Instant.now().plusSeconds(3600);
    String token = calls.mint(alice, "backup", List.of("calendars:read"), soon);
    assertThat(statusWith(token)).isEqualTo(200);

    PersonalToken listed = calls.tokens(alice).get(0);
    assertThat(listed.name()).isEqualTo("backup");
    assertThat(listed.scopes()).containsExactly("calendars:read");
    assertThat(listed.lastUsedAt()).isNotNull();
    calls.revoke(alice, listed);

    assertThat(calls.tokens(alice)).isEmpty();
    assertThat(statusWith(token)).isEqualTo(401);
  }

  @Test
  void whatTheServerRefusesIsToldInItsWords() {
    Instant past = Instant.now().minusSeconds(60);

    assertThatThrownBy(() -> calls.mint(person("bob"), "late", List.of("events:read"), past))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("400")
        .hasMessageContaining("in the future");
  }

  @Test
  void newKeysSignAndThoseOfBeforeOnlyVerify() throws Exception {
    List<IssuerKey> before = calls.keys();
    assertThat(before).allMatch(IssuerKey::signing);

    String kid = calls.rotateKeys(person("admin"));

    List<IssuerKey> after = calls.keys();
    assertThat(after).contains(new IssuerKey(kid, "RS256", true));
    assertThat(after).filteredOn(key -> !key.signing()).hasSameSizeAs(before);
  }

  @Test
  void whoIsNoAdministratorRotatesNothing() {
    assertThatThrownBy(() -> calls.rotateKeys(person("alice")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("403");
  }
}

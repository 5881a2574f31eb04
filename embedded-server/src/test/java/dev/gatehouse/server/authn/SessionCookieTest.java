package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.encrypted;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.outcome;
import static dev.gatehouse.server.authn.Arrivals.post;
import static dev.gatehouse.server.authn.Arrivals.sentFrom;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session's cookie is kept from scripts, and from whoever is on the way. */
final class SessionCookieTest {
  private final LoginAuthenticator login = new LoginAuthenticator(DemoIdentity.identity());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static Arrival alice() {
    return post(
        "/login",
        "{\"username\":\"alice\",\"password\":\""
            + DemoIdentity.secret("alice", "password")
            + "\"}",
        "Content-Type",
        "application/json");
  }

  @Test
  void aLoginOnThisMachineGetsACookieThatNoScriptReads() {
    Verification verification = judge(login, alice());

    assertVerification(verification).proves("alice");
    assertThat(outcome(verification, SessionCookie.FLAGS)).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aLoginFromElsewhereThatIsNotEncryptedIsRefusedAtTheFlagsCheck() {
    assertVerification(judge(login, sentFrom("192.0.2.7", alice())))
        .isRefusedAt("session.cookie-flags");
  }

  @Test
  void aLoginFromElsewhereThatIsEncryptedGetsACookieThatTravelsEncryptedAlone() {
    Arrival arrival = sentFrom("192.0.2.7", encrypted(alice()));

    assertVerification(judge(login, arrival)).proves("alice");
    assertThat(SessionCookie.set("x", true, false))
        .isEqualTo("__Host-gatehouse-session=x; Path=/; HttpOnly; SameSite=Lax; Secure");
  }

  @Test
  void aServerWithThatWeaknessDoesNotAsk() {
    assertThat(judge(login, alice(), "cookie-without-httponly").takenAwayBy(SessionCookie.FLAGS))
        .contains("cookie-without-httponly");
  }
}

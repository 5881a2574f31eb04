package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.identity.Session;
import dev.gatehouse.server.identity.Sessions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that open nothing, each refused at a check of its own. */
final class SessionRefusalsTest {
  private final SessionAuthenticator sessions =
      new SessionAuthenticator(DemoIdentity.identity(), DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static Session.Begun begun() {
    return DemoIdentity.identity().sessions().begin("alice", Set.of("pwd"));
  }

  private static Arrival with(String id) {
    return get("/me", "Cookie", SessionCookie.NAME + "=" + id);
  }

  private void isRefusedAt(String check, Arrival arrival) {
    assertVerification(judge(sessions, arrival)).isRefusedAt(check);
  }

  @Test
  void aSessionProvesWhoHasBegunIt() {
    assertVerification(judge(sessions, with(begun().id()))).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "admin", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/"})
  void whatIsNotWrittenAsOneOfOursIsRefusedAtTheWellFormedCheck(String id) {
    isRefusedAt("session.well-formed", with(id));
  }

  @Test
  void aNumberThatWasGuessedIsRefusedAtTheKnownCheck() {
    isRefusedAt("session.known", with(Secrets.bits256()));
  }

  private static Arrival withNumberOf(Session.Begun begun) {
    return with("%043d".formatted(begun.session().number()));
  }

  @Test
  void theNumberOfASessionIsRefusedAtTheKnownCheck() {
    isRefusedAt("session.known", withNumberOf(begun()));
  }

  @Test
  void theNumberOfASessionIsTakenForItByAServerWithThatWeakness() {
    assertVerification(judge(sessions, withNumberOf(begun()), "predictable-session"))
        .proves("alice");
  }

  @Test
  void aNumberThatNoSessionHasIsRefusedAtTheKnownCheckWhateverIsWeak() {
    assertVerification(
            judge(sessions, with("0".repeat(25) + "9".repeat(18)), "predictable-session"))
        .isRefusedAt("session.known");
  }

  /** A session of Dave's, in whose browser Alice has then signed in. */
  private static Session.Begun renewed() {
    Sessions all = DemoIdentity.identity().sessions();
    Session.Begun before = all.begin("dave", Set.of("pwd"));
    all.renew(before.session(), begun().session());
    return before;
  }

  @Test
  void anIdentifierFromBeforeTheLoginIsRefusedAtTheRenewedCheck() {
    isRefusedAt("session.renewed", with(renewed().id()));
  }

  @Test
  void anIdentifierFromBeforeTheLoginGoesOnAtAServerWithThatWeakness() {
    assertVerification(judge(sessions, with(renewed().id()), "keep-session-on-login"))
        .proves("alice");
  }

  @Test
  void anIdentifierFromBeforeTwoLoginsLeadsToTheLastOfThem() {
    Sessions all = DemoIdentity.identity().sessions();
    Session.Begun first = all.begin("dave", Set.of("pwd"));
    Session.Begun second = all.begin("bob", Set.of("pwd"));
    all.renew(first.session(), second.session());
    all.renew(second.session(), begun().session());

    assertVerification(judge(sessions, with(first.id()), "keep-session-on-login")).proves("alice");
  }

  @Test
  void aSessionThatHasEndedIsNotBegunAgainByALogin() {
    Sessions all = DemoIdentity.identity().sessions();
    Session.Begun before = all.begin("dave", Set.of("pwd"));
    all.end(before.session());
    all.renew(before.session(), begun().session());

    isRefusedAt("session.active", with(before.id()));
  }

  @Test
  void aSessionThatWasEndedIsRefusedAtTheActiveCheck() {
    Session.Begun begun = begun();
    DemoIdentity.identity().sessions().end(begun.session());

    isRefusedAt("session.active", with(begun.id()));
  }

  @Test
  void aSessionThatIsNotUsedForTooLongIsRefusedAtTheExpiryCheck() {
    Arrival arrival = with(begun().id());
    DemoIdentity.clock().advance(Sessions.IDLE);

    isRefusedAt("session.expiry", arrival);
  }

  @Test
  void aSessionEndsAtLastHoweverMuchItIsUsed() {
    Arrival arrival = with(begun().id());
    for (Duration used = Duration.ZERO;
        used.compareTo(Sessions.LIFETIME) < 0;
        used = used.plusMinutes(20)) {
      assertVerification(judge(sessions, arrival)).proves("alice");
      DemoIdentity.clock().advance(Duration.ofMinutes(20));
    }

    isRefusedAt("session.expiry", arrival);
  }
}

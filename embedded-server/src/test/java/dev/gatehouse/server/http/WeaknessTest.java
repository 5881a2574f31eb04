package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a rule taken away, what it kept back really flows; the trace says what was not asked. */
final class WeaknessTest {
  private static final String EVENTS = "/calendars/alice-work/events";

  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void reset() {
    server.reset();
  }

  private static void weaken(String name) {
    server.weaknesses().set(name, true);
  }

  @Test
  void withoutOwnershipAnybodyReadsAnyCalendar() {
    weaken("no-ownership-check");

    assertThat(caller.get(EVENTS, caller.jwt("dave")).json().path("events")).isNotEmpty();
  }

  @Test
  void withoutSharingFreeAndBusyGivesAwayTitles() {
    weaken("freebusy-leaks");

    assertThat(caller.get(EVENTS, caller.jwt("carol")).json().findValuesAsText("title"))
        .isNotEmpty();
  }

  @Test
  void freeAndBusyThatLeaksOpensNothingElse() {
    weaken("freebusy-leaks");

    for (String person : List.of("bob", "carol")) {
      assertThat(caller.send("DELETE", "/calendars/alice-work", "", caller.jwt(person)).status())
          .as(person)
          .isEqualTo(403);
      assertThat(
              caller
                  .json(
                      "PUT",
                      "/calendars/alice-work/sharing/dave",
                      "{\"access\":\"reader\"}",
                      caller.jwt(person))
                  .status())
          .as(person)
          .isEqualTo(403);
    }
  }

  @Test
  void aCalendarThatIsNotThereIsNotFoundByARule() {
    Answer answer = caller.get("/calendars/made-up/events", caller.jwt("admin"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(caller.record(answer).authorization().answeredBy().orElseThrow().reason())
        .contains("no such calendar");
  }

  @Test
  void withoutPropertiesTheOwnerCanBeSet() {
    weaken("accept-any-property");

    caller.json("PATCH", "/calendars/alice-work", "{\"owner\":\"dave\"}", caller.jwt("alice"));

    assertThat(
            caller.get("/calendars/alice-work", caller.jwt("dave")).json().path("owner").asText())
        .isEqualTo("dave");
  }

  @Test
  void withoutRoleAnybodyListsUsers() {
    weaken("admin-by-obscurity");

    assertThat(caller.get("/admin/users", caller.jwt("bob")).json().path("users")).hasSize(5);
  }

  @Test
  void withoutVisibilityHiddenCalendarsAreTold() {
    weaken("reveal-existence");

    assertThat(caller.get(EVENTS, caller.jwt("dave")).status()).isEqualTo(403);
    assertThat(caller.get("/calendars/made-up/events", caller.jwt("dave")).status()).isEqualTo(404);
  }

  @Test
  void withoutScopeCallsThatConcernNoCalendarStillWork() {
    weaken("ignore-scope");

    assertThat(caller.get("/me", caller.jwt("alice")).status()).isEqualTo(200);
    assertThat(caller.get("/calendars", caller.jwt("alice")).status()).isEqualTo(200);
  }

  @Test
  void whoIsBelievedWithoutBeingVerifiedMustAtLeastSayAName() {
    weaken("first-header-wins");

    Answer named = caller.get("/me", caller.jwt("bob"), caller.jwt("alice"));
    Answer unreadable = caller.get("/me", caller.jwt("bob"), Caller.bearer("a.b.c"));

    assertThat(named.json().path("id").asText()).isEqualTo("alice");
    assertThat(unreadable.status()).isEqualTo(401);
    assertThat(caller.decidedBy(unreadable)).isEqualTo("credentials.names-somebody");
  }

  @Test
  void withAnyHostAReboundNameIsAnswered() {
    weaken("any-host");

    Answer answer =
        caller.raw(
            "GET /me HTTP/1.1\r\nHost: calendar.example\r\n"
                + caller.jwt("alice")
                + "\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
  }

  private static final String IN_BOBS = "/calendars/bob-work/events/dentist";

  @Test
  void anEventIsInItsOwnCalendarOnly() {
    Answer answer = caller.get(IN_BOBS, caller.jwt("bob"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(caller.decidedBy(answer)).isEqualTo("resource.belongs");
  }

  @Test
  void anEventElsewhereIsAnsweredLikeNone() {
    Answer elsewhere = caller.get(IN_BOBS, caller.jwt("bob"));
    Answer nowhere = caller.get("/calendars/bob-work/events/made-up", caller.jwt("bob"));

    assertThat(elsewhere.json().path("detail")).isEqualTo(nowhere.json().path("detail"));
    assertThat(elsewhere.status()).isEqualTo(nowhere.status());
  }

  @Test
  void whoMayNotReadACalendarIsNotToldWhichEventsAreInIt() {
    Answer there = caller.get(EVENTS + "/dentist", caller.jwt("carol"));
    Answer notThere = caller.get(EVENTS + "/made-up", caller.jwt("carol"));

    assertThat(List.of(there.status(), notThere.status())).containsOnly(403);
  }

  @Test
  void withEventsOfAnyCalendarSomebodyElsesIsReadChangedAndDeleted() {
    weaken("event-any-calendar");

    assertThat(caller.get(IN_BOBS, caller.jwt("bob")).json().path("title").asText()).isNotEmpty();
    assertThat(caller.json("PATCH", IN_BOBS, "{\"title\":\"Mine\"}", caller.jwt("bob")).status())
        .isEqualTo(200);
    assertThat(caller.get(EVENTS + "/dentist", caller.jwt("alice")).json().path("title").asText())
        .isEqualTo("Mine");
    assertThat(caller.send("DELETE", IN_BOBS, "", caller.jwt("bob")).status()).isEqualTo(204);
    assertThat(caller.get(EVENTS + "/dentist", caller.jwt("alice")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "x-http-method", "X-Method-Override"})
  void aHeaderThatNamesAnotherMethodIsRefused(String header) {
    Answer answer = caller.get(EVENTS + "/dentist", caller.jwt("alice"), header + ": delete");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(caller.decidedBy(answer)).isEqualTo("action");
  }

  @Test
  void aHeaderThatNamesTheSameMethodChangesNothing() {
    String header = "X-HTTP-Method-Override: GET";

    assertThat(caller.get(EVENTS, caller.jwt("alice"), header).status()).isEqualTo(200);
    assertThat(caller.send("HEAD", EVENTS, "", caller.jwt("alice"), header).status())
        .isEqualTo(200);
  }

  @Test
  void withTheHeaderHonouredAReaderDeletes() {
    weaken("honour-method-override");

    Answer answer =
        caller.get(EVENTS + "/dentist", caller.jwt("bob"), "X-HTTP-Method-Override: DELETE");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(caller.get(EVENTS + "/dentist", caller.jwt("bob")).status()).isEqualTo(404);
  }

  @Test
  void withTheHeaderHonouredNoCallIsAMistakeOfTheServer() {
    weaken("honour-method-override");
    for (Route route : SmallServer.routes().stream().filter(Route::isForHandler).toList()) {
      String path = route.path().toString().replace("{calendar}", "alice-work");
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "BREW")) {
        Answer answer =
            caller.send(
                route.method(),
                path.replace("{event}", "dentist").replaceAll("[{}]", ""),
                "",
                caller.jwt("alice"),
                "X-HTTP-Method-Override: " + method);

        assertThat(answer.status()).as(route + " as " + method).isBetween(200, 499);
        if (answer.status() == 204) {
          server.reset();
          weaken("honour-method-override");
        }
      }
    }
  }

  @Test
  void withALenientPathTheWayOutOfACalendarIsFollowed() {
    weaken("lenient-path");

    Answer answer =
        caller.get("/calendars/bob-work/sharing/..%2f..%2falice-work%2fsharing", caller.jwt("bob"));

    assertThat(answer.json().path("sharing")).isNotEmpty();
    assertThat(caller.record(answer).authorization().resource()).isEqualTo("calendar:bob-work");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calendars/%252e", "/calendars/%0a", "/calendars/%ff"})
  void whatNobodyCanTidyUpIsRefusedEvenThen(String path) {
    weaken("lenient-path");

    assertThat(caller.decidedBy(caller.get(path, caller.jwt("bob")))).isEqualTo("path.canonical");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//me", "/me;x", "/./me", "/%6de", "/calendars/../me"})
  void whatIsNoCallAsItWasSentIsNoneWithALenientPathEither(String path) {
    weaken("lenient-path");

    assertThat(caller.get(path, caller.jwt("bob")).status()).isEqualTo(404);
  }

  private static Answer unshare() {
    return caller.send("DELETE", "/calendars/alice-work/sharing/bob", "", caller.jwt("alice"));
  }

  @Test
  void aSharingThatHasEndedIsOfNoMoreUse() {
    caller.get(EVENTS, caller.jwt("bob"));
    unshare();

    assertThat(caller.get(EVENTS, caller.jwt("bob")).status()).isEqualTo(404);
  }

  @Test
  void withCachedDecisionsASharingOutlivesItsEnd() {
    weaken("cached-decisions");
    caller.get(EVENTS, caller.jwt("bob"));

    assertThat(unshare().status()).isEqualTo(204);

    assertThat(caller.get(EVENTS, caller.jwt("bob")).json().path("events")).isNotEmpty();
    assertThat(caller.get("/calendars/alice-work/freebusy", caller.jwt("bob")).status())
        .isEqualTo(404);
  }

  @Test
  void nothingIsRememberedFromBeforeDecisionsWereCached() {
    caller.get(EVENTS, caller.jwt("bob"));
    weaken("cached-decisions");
    unshare();

    assertThat(caller.get(EVENTS, caller.jwt("bob")).status()).isEqualTo(404);
  }

  @Test
  void whatWasRememberedIsForgottenWhenTheWeaknessIsSwitchedOff() {
    weaken("cached-decisions");
    caller.get(EVENTS, caller.jwt("bob"));
    unshare();
    server.weaknesses().set("cached-decisions", false);
    weaken("cached-decisions");

    assertThat(caller.get(EVENTS, caller.jwt("bob")).status()).isEqualTo(404);
  }

  @Test
  void aNameInAHeaderIsNoCredential() {
    Answer answer = caller.get("/me", "X-Forwarded-User: admin");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("credentials.present");
  }

  @Test
  void withThatWeaknessANameInAHeaderIsBelieved() {
    weaken("trust-identity-header");

    assertThat(caller.get("/me", "X-Forwarded-User: carol").json().path("id").asText())
        .isEqualTo("carol");
    assertThat(caller.get("/me").status()).isEqualTo(401);
    assertThat(caller.decidedBy(caller.get("/me", "X-Forwarded-User: nobody")))
        .isEqualTo("credentials.names-somebody");
  }

  @Test
  void whoeverIsAnonymousIsTheFirstPersonWhateverAHeaderSays() {
    weaken("allow-anonymous");

    assertThat(caller.get("/me", "X-Forwarded-User: carol").json().path("id").asText())
        .isEqualTo("alice");
  }

  @Test
  void aResetServerIsAsItWasAtTheStart() {
    weaken("no-ownership-check");
    caller.send("DELETE", "/calendars/alice-work", "", caller.jwt("alice"));

    server.reset();

    assertThat(server.weaknesses().on()).isEmpty();
    assertThat(caller.get(EVENTS, caller.jwt("alice")).status()).isEqualTo(200);
    assertThat(caller.get("/me", caller.basic("alice")).status()).isEqualTo(200);
  }
}

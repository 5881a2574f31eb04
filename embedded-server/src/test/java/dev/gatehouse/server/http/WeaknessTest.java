package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

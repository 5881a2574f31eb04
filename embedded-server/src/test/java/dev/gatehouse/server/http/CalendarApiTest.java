package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars, events and sharing, as a program uses them. */
final class CalendarApiTest {
  private static final String WORK = "/calendars/alice-work";
  private static final String EVENTS = WORK + "/events";
  private static final String TEA =
      "{\"title\":\"Tea\",\"start\":\"2020-12-01T15:00:00Z\",\"end\":\"2020-12-01T16:00:00Z\"}";

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

  @BeforeEach
  void reset() {
    server.reset();
  }

  private static Answer alice(String method, String path, String body) {
    return body.isEmpty()
        ? caller.send(method, path, "", caller.opaque("alice"))
        : caller.json(method, path, body, caller.opaque("alice"));
  }

  private static void assertRefused(Answer answer, int status, String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @Test
  void peopleSeeTheirOwnCalendarsAndThoseSharedWithThem() {
    JsonNode calendars = caller.get("/calendars", caller.opaque("bob")).json().path("calendars");

    assertThat(calendars.findValuesAsText("id")).containsExactly("bob-work", "alice-work");
    assertThat(calendars.findValuesAsText("access")).containsExactly("owner", "reader");
  }

  @Test
  void aCalendarIsMadeChangedAndDeleted() {
    Answer made = alice("POST", "/calendars", "{\"name\":\"Fun\",\"color\":\"#ff0000\"}");
    String where = made.header("Location");
    Answer changed = alice("PATCH", where, "{\"name\":\"More fun\",\"color\":null}");
    Answer deleted = alice("DELETE", where, "");

    assertThat(made.status()).isEqualTo(201);
    assertThat(changed.json().path("name").asText()).isEqualTo("More fun");
    assertThat(changed.json().path("color").asText()).isEmpty();
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(alice("GET", where, "").status()).isEqualTo(404);
  }

  @Test
  void anEventIsWrittenReadReplacedChangedAndDeleted() {
    Answer written = alice("POST", EVENTS, TEA);
    String where = written.header("Location");

    assertThat(written.status()).isEqualTo(201);
    assertThat(alice("GET", where, "").json()).isEqualTo(written.json());
    assertThat(alice("PUT", where, TEA.replace("Tea", "Cake")).json().path("title").asText())
        .isEqualTo("Cake");
    JsonNode changed = alice("PATCH", where, "{\"location\":\"Kitchen\"}").json();
    assertThat(changed.path("title").asText()).isEqualTo("Cake");
    assertThat(changed.path("location").asText()).isEqualTo("Kitchen");
    assertThat(alice("DELETE", where, "").status()).isEqualTo(204);
    assertThat(alice("GET", where, "").status()).isEqualTo(404);
    assertThat(alice("DELETE", where, "").status()).isEqualTo(404);
  }

  @Test
  void whatWasReadCanBePutBack() {
    Answer written = alice("POST", EVENTS, TEA);

    Answer putBack = alice("PUT", written.header("Location"), written.body());

    assertThat(putBack.status()).isEqualTo(200);
    assertThat(putBack.json()).isEqualTo(written.json());
  }

  @Test
  void aFormWritesAnEventToo() {
    Answer written =
        caller.send(
            "POST",
            EVENTS,
            "title=Tea+time&start=2020-12-01T15%3A00%3A00Z&end=2020-12-01T16%3A00%3A00Z",
            "Content-Type: application/x-www-form-urlencoded",
            caller.opaque("alice"));

    assertThat(written.json().path("title").asText()).isEqualTo("Tea time");
  }

  @Test
  void aFormMayHoldCharactersThatAreNotEscaped() {
    Answer written =
        caller.send(
            "POST",
            EVENTS,
            "title=Café&start=2020-12-01T15%3A00%3A00Z&end=2020-12-01T16%3A00%3A00Z",
            "Content-Type: application/x-www-form-urlencoded",
            caller.opaque("alice"));

    assertThat(written.json().path("title").asText()).isEqualTo("Café");
  }

  @Test
  void aWindowOfTimeShowsWhatFallsIntoIt() {
    alice("POST", EVENTS, TEA);

    assertThat(
            alice("GET", EVENTS + "?from=2020-12-01T00:00:00Z&to=2020-12-01T15:30:00Z", "")
                .json()
                .findValuesAsText("title"))
        .containsExactly("Tea");
    assertThat(
            alice("GET", EVENTS + "?from=2020-12-02T00:00:00Z&to=2020-12-02T01:00:00Z", "")
                .json()
                .path("events"))
        .isEmpty();
  }

  @Test
  void freeAndBusySaysWhenButNotWithWhat() {
    alice("POST", EVENTS, TEA);

    Answer answer =
        caller.get(
            WORK + "/freebusy?from=2020-12-01T00:00:00Z&to=2020-12-02T00:00:00Z",
            caller.opaque("carol"));

    assertThat(answer.json().path("busy")).hasSize(1);
    assertThat(answer.body()).doesNotContain("Tea");
  }

  @Test
  void aCalendarIsSharedAndNoLonger() {
    Answer shared = alice("PUT", WORK + "/sharing/dave", "{\"access\":\"reader\"}");
    int whileShared = caller.get(EVENTS, caller.opaque("dave")).status();
    Answer ended = alice("DELETE", WORK + "/sharing/dave", "");

    assertThat(shared.json().path("access").asText()).isEqualTo("reader");
    assertThat(whileShared).isEqualTo(200);
    assertThat(ended.status()).isEqualTo(204);
    assertThat(caller.get(EVENTS, caller.opaque("dave")).status()).isEqualTo(404);
    assertThat(alice("GET", WORK + "/sharing", "").json().findValuesAsText("person"))
        .containsExactly("bob", "carol");
  }

  @Test
  void aCalendarIsNotSharedWithNobody() {
    assertRefused(alice("PUT", WORK + "/sharing/nobody", "{\"access\":\"reader\"}"), 404, "person");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"start\":\"2020-12-01T15:00:00Z\",\"end\":\"2020-12-01T16:00:00Z\"}|title",
        "{\"title\":\"x\",\"start\":\"tomorrow\",\"end\":\"2020-12-01T16:00:00Z\"}|start",
        "{\"title\":\"x\",\"start\":\"2020-12-01T15:00:00Z\",\"end\":\"2020-12-01T14:00:00Z\"}|end",
        "{\"title\":1}|title",
        "{\"title\":[]}|title",
        "{\"allDay\":\"yes\"}|allDay",
        "{\"id\":\"mine\"}|id",
      })
  void aWrongValueIsNamed(String body, String field) {
    assertRefused(alice("POST", EVENTS, body), 400, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{} {}",
        "[]",
        "nonsense",
        "{\"title\":",
        "\"text\""
      })
  void whatIsNoSingleJsonObjectIsRefused(String body) {
    assertRefused(alice("POST", EVENTS, body), 400, "");
  }

  @Test
  void aPropertyThatNoEventHasIsRefusedByTheRule() {
    Answer answer = alice("POST", EVENTS, TEA.replace("title", "titel"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(caller.decidedBy(answer)).isEqualTo("properties");
  }

  @Test
  void anotherMediaTypeIsNotTaken() {
    Answer answer =
        caller.send("POST", EVENTS, TEA, "Content-Type: text/plain", caller.opaque("alice"));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Accept")).contains("application/json");
  }

  @Test
  void aWindowThatIsNoTimeIsNamed() {
    assertRefused(alice("GET", EVENTS + "?from=yesterday", ""), 400, "from");
    assertRefused(alice("GET", EVENTS + "?from=2026-01-01&from=2026-01-02", ""), 400, "from");
  }

  @Test
  void anICalendarFileGoesInAndComesOut() {
    String file =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//EN
        BEGIN:VEVENT
        UID:tea@example.com
        DTSTAMP:20261101T000000Z
        DTSTART:20261201T150000Z
        DTEND:20261201T160000Z
        SUMMARY:Tea
        END:VEVENT
        END:VCALENDAR
        """;

    Answer in =
        caller.send(
            "POST", WORK + "/import", file, "Content-Type: text/calendar", caller.opaque("alice"));
    Answer out = caller.get(WORK + ".ics", caller.opaque("alice"));

    assertThat(in.json().path("added").asInt()).isEqualTo(1);
    assertThat(out.header("Content-Type")).startsWith("text/calendar");
    assertThat(out.body()).startsWith("BEGIN:VCALENDAR").contains("SUMMARY:Tea");
  }

  @Test
  void aBrokenFileIsRefusedWithTheLineAtFault() {
    Answer answer =
        caller.send(
            "POST",
            WORK + "/import",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:never\r\n",
            "Content-Type: text/calendar",
            caller.opaque("alice"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("line").asInt()).isPositive();
  }
}

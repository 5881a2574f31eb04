package dev.gatehouse.desktop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of calls is the server's own description of itself. */
final class ApiCallsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      security: [{basic: []}]
      paths:
        /health:
          get: {summary: "Is it up?", security: []}
        /calendars/{id}/events:
          parameters:
            - $ref: '#/components/parameters/id'
          get:
            summary: List events
            parameters:
              - {name: from, in: query, schema: {type: string}, example: "2026-01-01T00:00:00Z"}
              - {name: to, in: query, required: true, schema: {type: string, example: a b}}
              - {name: X-Trace, in: header, schema: {type: string}}
          post:
            summary: Add an event
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Event'}
        /calendars/{id}/import:
          post:
            summary: Import
            parameters: [{$ref: '#/components/parameters/id'}]
            requestBody:
              content:
                text/calendar: {example: "BEGIN:VCALENDAR"}
      components:
        parameters:
          id: {name: id, in: path, required: true, schema: {type: string}, example: alice-work}
        schemas:
          Event:
            properties:
              id: {type: string, readOnly: true, example: x}
              title: {type: string, example: Lunch}
              allDay: {type: boolean, example: false}
      """;

  private final List<ApiCall> calls = ApiCalls.read(DOCUMENT);

  private ApiCall call(String name) {
    return calls.stream().filter(call -> call.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void callsStandInTheOrderOfTheDocument() {
    assertThat(calls)
        .extracting(ApiCall::name)
        .containsExactly(
            "GET /health",
            "GET /calendars/{id}/events",
            "POST /calendars/{id}/events",
            "POST /calendars/{id}/import");
  }

  @Test
  void onlyACallWithoutSecurityIsOpen() {
    assertThat(call("GET /health").open()).isTrue();
    assertThat(call("GET /calendars/{id}/events").open()).isFalse();
  }

  @Test
  void parametersHaveExamplesAndHeadersAreNone() {
    assertThat(call("GET /calendars/{id}/events").parameters())
        .extracting(ApiCall.Parameter::name)
        .containsExactly("id", "from", "to");
    assertThat(call("GET /calendars/{id}/events").exampleTarget())
        .isEqualTo("/calendars/alice-work/events?to=a%20b");
  }

  @Test
  void valuesTakeThePlaceOfExamples() {
    assertThat(
            call("GET /calendars/{id}/events")
                .target(Map.of("id", "a/b", "from", "2026-01-01T00:00:00Z", "to", "z")))
        .isEqualTo("/calendars/a%2Fb/events?from=2026-01-01T00:00:00Z&to=z");
  }

  @Test
  void aBodyHasATypeAndAnExample() {
    assertThat(call("GET /health").body()).isNull();
    assertThat(call("POST /calendars/{id}/import").body())
        .isEqualTo(new ApiCall.Body("text/calendar", "BEGIN:VCALENDAR"));
    ApiCall.Body event = call("POST /calendars/{id}/events").body();
    assertThat(event).isNotNull();
    assertThat(event.example()).contains("\"title\" : \"Lunch\"", "false").doesNotContain("\"id\"");
  }

  @Test
  void whatIsNotYamlIsRefusedInWords() {
    assertThatThrownBy(() -> ApiCalls.read("a: [")).hasMessageContaining("cannot be read");
    assertThat(ApiCalls.read("")).isEmpty();
  }
}

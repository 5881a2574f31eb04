package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a lesson may name is what the program has. */
final class NamesOfServerTest {

  @Test
  void callsAreReadFromTheOpenApiDocument() {
    String document =
        """
        openapi: 3.1.0
        paths:
          /me:
            get: {summary: Who am I}
          /calendars/{id}:
            patch: {summary: Change it}
            delete: {summary: Remove it}
        """;
    assertThat(NamesOfServer.calls(document))
        .containsExactlyInAnyOrder("GET /me", "PATCH /calendars/{id}", "DELETE /calendars/{id}");
  }
}

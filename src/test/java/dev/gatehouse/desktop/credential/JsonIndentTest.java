package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** JSON in lines is still the same JSON. */
final class JsonIndentTest {
  @Test
  void layingOutTouchesNothingButBlanks() {
    assertThat(JsonIndent.of("{\"a\":1.0e2,\"a\":\"\\u00e9 , {\",\"b\":[ ],\"c\":[1,{ }]}"))
        .isEqualTo(
            """
            {
              "a": 1.0e2,
              "a": "\\u00e9 , {",
              "b": [],
              "c": [
                1,
                {}
              ]
            }""");
    assertThat(JsonIndent.of("{\"a\":")).isEqualTo("{\"a\":");
    assertThat(JsonIndent.of("")).isEmpty();
  }
}

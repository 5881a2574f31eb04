package dev.gatehouse.desktop.ui.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongTextsTest {
  private final PrettyJson json = new PrettyJson();

  @Test
  void jsonIsSetOutLineByLine() {
    assertThat(json.format("{\"a\":[1,2],\"b\":{}}".getBytes(UTF_8), 1_000))
        .isEqualTo("{\n  \"a\" : [\n    1,\n    2\n  ],\n  \"b\" : { }\n}");
  }

  @Test
  void whatIsNotJsonIsShownAsItIs() {
    assertThat(json.format("{\"a\": oops".getBytes(UTF_8), 1_000)).isEqualTo("{\"a\": oops");
  }

  @Test
  void ofALargeTextOnlyTheBeginningIsMade() {
    String large = "[" + "123456789,".repeat(100_000) + "0]";

    String part = json.format(large.getBytes(UTF_8), 10_000);

    assertThat(part).startsWith("[\n  123456789,").hasSizeBetween(10_000, 20_000);
  }

  @Test
  void linesAreMadeOneByOne() {
    LazyLines lines = LazyLines.of("one\n\nthree\n" + "x".repeat(900));

    assertThat(lines)
        .containsExactly("one", "", "three", "x".repeat(400), "x".repeat(400), "x".repeat(100));
  }

  @Test
  void bytesShowInHexBesideTheirCharacters() {
    LazyLines lines = LazyLines.hex("GET / HTTP/1.1\r\nHost".getBytes(UTF_8));

    assertThat(lines)
        .containsExactly(
            "000000  47 45 54 20 2f 20 48 54  54 50 2f 31 2e 31 0d 0a  GET / HTTP/1.1··",
            "000010  48 6f 73 74                                       Host");
  }

  @Test
  void lineEndsCanBeSeen() {
    assertThat(RawView.decode("a\r\nb\nc".getBytes(UTF_8), 100, true)).isEqualTo("a␍␊\nb␊\nc");
    assertThat(RawView.decode("a\r\nb\nc".getBytes(UTF_8), 100, false)).isEqualTo("a\nb\nc");
  }
}

package dev.gatehouse.desktop.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.Test;

final class CodeColoursTest {
  @Test
  void namesStringsAndNumbersOfJsonAreToldApart() {
    assertThat(coloured("{\"a\": \"b\", \"n\": -1.5e3, \"t\": true}", Syntax.JSON))
        .containsExactly(
            "key \"a\"", "string \"b\"", "key \"n\"", "number -1.5e3", "key \"t\"", "number true");
  }

  @Test
  void aQuoteInAStringDoesNotEndIt() {
    assertThat(coloured("[\"a\\\"b\"]", Syntax.JSON)).containsExactly("string \"a\\\"b\"");
  }

  @Test
  void aRequestShowsItsMethodItsHeaderNamesAndTheJsonOfItsBody() {
    assertThat(coloured("PUT /me HTTP/1.1\r\nHost: a\r\n\r\n{\"b\":1}", Syntax.HTTP))
        .containsExactly("key PUT", "key Host", "key \"b\"", "number 1");
  }

  @Test
  void brokenJsonIsShownAsItIs() {
    String broken = "{\"a\": \"never ends\n, 12, {{{";

    assertThat(Highlighter.spans(broken, Syntax.JSON).length()).isEqualTo(broken.length());
  }

  @Test
  void aLineWithoutEndIsBrokenForTheLayoutButNoLetterIsLost() {
    String endless = "x".repeat(10_001);

    String broken = LongLines.broken(endless, 4_000);

    assertThat(broken.lines().mapToInt(String::length).max()).hasValue(4_000);
    assertThat(broken.replace("\n", "")).isEqualTo(endless);
  }

  private static List<String> coloured(String text, Syntax syntax) {
    List<String> found = new ArrayList<>();
    int at = 0;
    for (StyleSpan<Collection<String>> span : Highlighter.spans(text, syntax)) {
      if (!span.getStyle().isEmpty()) {
        found.add(
            span.getStyle().stream().collect(Collectors.joining(" "))
                + " "
                + text.substring(at, at + span.getLength()));
      }
      at += span.getLength();
    }
    return found;
  }
}

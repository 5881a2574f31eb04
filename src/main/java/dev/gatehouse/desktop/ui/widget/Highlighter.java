package dev.gatehouse.desktop.ui.widget;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Finds what to colour in a text. It colours what it knows and leaves the rest alone: broken JSON
 * is shown as it is.
 */
final class Highlighter {
  /** A string followed by a colon is a name. Possessive, so that no text makes it slow. */
  private static final Pattern JSON =
      Pattern.compile(
          "(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?)(?<colon>\\s*+:)?"
              + "|(?<number>-?\\b\\d++(?:\\.\\d++)?(?:[eE][+-]?\\d++)?\\b|\\b(?:true|false|null)\\b)");

  private static final Pattern START_LINE =
      Pattern.compile("^(?:(?<method>[A-Z]+) [^\\r\\n]*|HTTP/[0-9.]+ [^\\r\\n]*)");

  private static final Pattern HEADER =
      Pattern.compile("^(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]++)(?<colon>:)", Pattern.MULTILINE);

  private static final Pattern END_OF_HEADERS = Pattern.compile("\\r?\\n\\r?\\n");

  private Highlighter() {}

  static StyleSpans<Collection<String>> spans(String text, Syntax syntax) {
    Spans spans = new Spans();
    switch (syntax) {
      case JSON -> json(text, 0, spans);
      case HTTP -> http(text, spans);
      case PLAIN -> {}
    }
    return spans.upTo(text.length());
  }

  private static void json(String text, int from, Spans spans) {
    Matcher token = JSON.matcher(text);
    for (int at = from; token.find(at); at = Math.max(token.end(), at + 1)) {
      if (token.group("number") != null) {
        spans.colour(token.start(), token.end(), "number");
      } else {
        String style = token.group("colon") == null ? "string" : "key";
        spans.colour(token.start("string"), token.end("string"), style);
      }
    }
  }

  private static void http(String text, Spans spans) {
    Matcher end = END_OF_HEADERS.matcher(text);
    int body = end.find() ? end.end() : text.length();
    Matcher first = START_LINE.matcher(text);
    if (first.find() && first.group("method") != null) {
      spans.colour(first.start("method"), first.end("method"), "key");
    }
    Matcher header = HEADER.matcher(text).region(0, body);
    while (header.find()) {
      spans.colour(header.start("name"), header.end("name"), "key");
    }
    String start = text.substring(body).stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      json(text, body, spans);
    }
  }

  /** Collects spans in the order of the text. */
  private static final class Spans {
    private final StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
    private int reached;

    void colour(int from, int to, String style) {
      if (from >= reached && to > from) {
        builder.add(List.of(), from - reached);
        builder.add(List.of(style), to - from);
        reached = to;
      }
    }

    StyleSpans<Collection<String>> upTo(int length) {
      builder.add(List.of(), length - reached);
      return builder.create();
    }
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything there is to say of one selected thing, all of it recorded.
 *
 * @param title what it is, for example the question that a check asks
 * @param id its stable name, for example {@code jwt.signature}; empty if it has none
 * @param source where it is demanded, for example {@code RFC 7515 §5.2}; may be empty
 * @param lines labelled lines in order of interest
 * @param challenges the {@code WWW-Authenticate} headers to be made readable; mostly none
 */
public record Detail(
    String title, String id, String source, List<Line> lines, List<Header> challenges) {
  public Detail {
    lines = List.copyOf(lines);
    challenges = List.copyOf(challenges);
  }

  /** How a line is set. */
  public enum Style {
    /** A sentence. */
    TEXT,
    /** Something that was on the wire or in a store, character by character. */
    CODE,
    /** What was found where something else was expected. */
    WRONG,
    /** What a weakness has taken away. */
    WARNING
  }

  /**
   * A labelled line.
   *
   * @param label for example {@code Expected}
   * @param value what is said
   * @param style how it is set
   * @param secret whether it is masked until somebody asks for it
   */
  public record Line(String label, String value, Style style, boolean secret) {}

  /** A detail to be filled line by line. */
  static Builder about(String title, String id, String source) {
    return new Builder(title, id, source);
  }

  /** Gathers the lines of a detail; empty values leave no line. */
  static final class Builder {
    private final String title;
    private final String id;
    private final String source;
    private final List<Line> lines = new ArrayList<>();
    private List<Header> challenges = List.of();

    private Builder(String title, String id, String source) {
      this.title = title;
      this.id = id;
      this.source = source;
    }

    Builder text(String label, String value) {
      return line(label, value, Style.TEXT, false);
    }

    Builder code(String label, String value) {
      return line(label, value, Style.CODE, false);
    }

    Builder line(String label, String value, Style style, boolean secret) {
      if (!value.isEmpty()) {
        lines.add(new Line(label, value, style, secret));
      }
      return this;
    }

    Builder challenges(List<Header> headers) {
      challenges = headers;
      return this;
    }

    Detail build() {
      return new Detail(title, id, source, lines, challenges);
    }
  }
}

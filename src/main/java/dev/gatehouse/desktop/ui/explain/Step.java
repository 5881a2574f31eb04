package dev.gatehouse.desktop.ui.explain;

/**
 * One thing that can be selected: an arrow, a check, a rule or a line of the response.
 *
 * @param key unique within its explanation
 * @param part where it belongs
 * @param hop the index of its hop, from 0
 * @param mark how it ended
 * @param title what it is, in a line
 * @param note what stands at the end of the line: the reason, or what was found; may be empty
 * @param detail everything there is to say of it
 */
public record Step(
    String key, Part part, int hop, Mark mark, String title, String note, Detail detail) {
  /** Where a step belongs. */
  public enum Part {
    /** The arrow from the caller to the server. */
    REQUEST,
    /** A check: who are you? */
    AUTHENTICATION,
    /** A rule: what may you do? */
    AUTHORIZATION,
    /** A line on what came back. */
    RESPONSE,
    /** The arrow from the server to the caller. */
    ANSWER
  }

  /** The title, the outcome and the note in a sentence for those who cannot see the row. */
  public String spoken() {
    StringBuilder text = new StringBuilder(title);
    if (!mark.word().isEmpty()) {
      text.append(": ").append(mark.word());
    }
    if (!note.isEmpty() && !note.equals(mark.word())) {
      text.append(", ").append(note);
    }
    return text.toString();
  }
}

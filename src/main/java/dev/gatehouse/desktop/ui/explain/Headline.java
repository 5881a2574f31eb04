package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Vote;
import java.util.Optional;

/**
 * The whole exchange in one plain sentence.
 *
 * @param kind what became of the request
 * @param sentence for example {@code Refused at “Is it still valid?”}
 * @param remark for example {@code 401 Unauthorized · nothing was read}
 */
public record Headline(Kind kind, String sentence, String remark) {
  /** The sentence on an exchange that the server recorded. */
  public static Headline of(ExchangeRecord exchange) {
    return HeadlineWriter.of(exchange);
  }

  /** What the check or rule that refused it asks; empty if none did. */
  public static Optional<String> question(ExchangeRecord exchange) {
    return exchange
        .authentication()
        .failure()
        .map(CheckResult::question)
        .or(() -> exchange.authorization().denial().map(Vote::question));
  }

  /** What became of a request. */
  public enum Kind {
    /** It was let in. */
    ACCEPTED("accepted"),
    /** It was let in although a weakness took a check away. */
    WEAKENED("let in by a weakness"),
    /** A check refused the caller. */
    REFUSED("refused"),
    /** The caller is known, and a rule said no. */
    FORBIDDEN("forbidden"),
    /** It was let in, or never judged, and ended in an error. */
    ERROR("error"),
    /** No response came. */
    NO_ANSWER("no answer"),
    /** Some of it was sent, and more will be. */
    UNDERWAY("under way"),
    /** Nothing was sent yet. */
    PLAN("not sent yet");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word that stands with its icon. */
    public String word() {
      return word;
    }
  }
}

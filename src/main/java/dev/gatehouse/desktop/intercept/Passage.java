package dev.gatehouse.desktop.intercept;

import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response on their way through the checkpoint, as they are at a moment.
 *
 * @param number counts from 1 in the order of arrival
 * @param origin who sent it, in words, for example {@code another program}
 * @param stage how far it has come
 * @param since when it came that far
 * @param came the request as it arrived
 * @param sent the request as it was let go; null before that
 * @param hop what the server answered, with its record; null before that
 * @param given what the caller got; null before that, or if it was dropped
 */
public record Passage(
    long number,
    String origin,
    Stage stage,
    Instant since,
    Draft came,
    @Nullable Draft sent,
    @Nullable Hop hop,
    @Nullable Answer given) {

  /** How far a request has come. */
  public enum Stage {
    REQUEST_HELD("request held"),
    WITH_SERVER("with the server"),
    RESPONSE_HELD("response held"),
    DONE("done"),
    DROPPED("dropped");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    /** For people to read. */
    public String words() {
      return words;
    }
  }

  static Passage begin(long number, String origin, Instant at, Draft came) {
    return new Passage(number, origin, Stage.REQUEST_HELD, at, came, null, null, null);
  }

  /** Whether it waits for a person. */
  public boolean held() {
    return stage == Stage.REQUEST_HELD || stage == Stage.RESPONSE_HELD;
  }

  /** Whether a person changed the request on its way. */
  public boolean requestChanged() {
    return sent != null && !sent.equals(came);
  }

  /** Whether a person changed the response on its way. */
  public boolean responseChanged() {
    return given != null && hop != null && !given.equals(Answer.of(hop)) && hop.status() != 0;
  }

  Passage leaves(Draft draft, Instant at) {
    return new Passage(number, origin, Stage.WITH_SERVER, at, came, draft, null, null);
  }

  Passage answeredBy(Hop answer, Instant at) {
    return new Passage(number, origin, Stage.RESPONSE_HELD, at, came, sent, answer, null);
  }

  Passage ends(Answer answer, Instant at) {
    return new Passage(number, origin, Stage.DONE, at, came, sent, hop, answer);
  }

  Passage dropped(Instant at) {
    return new Passage(number, origin, Stage.DROPPED, at, came, sent, hop, null);
  }
}

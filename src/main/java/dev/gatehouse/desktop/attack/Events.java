package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.desktop.exchange.Hop;
import java.io.IOException;
import java.util.Map;

/** The victim's events: what most attacks are after, and whether an answer gave them away. */
final class Events {
  /** Where the victim's events are. */
  static final String VICTIMS = "/calendars/alice-work/events";

  /** One of them, by its identifier. */
  static final String PRIVATE = "dentist";

  /** What an attacker who reads them has gained. */
  static final String GAIN = "The attacker reads Alice's events.";

  private static final String START = "2026-12-01T09:00:00Z";
  private static final String END = "2026-12-01T10:00:00Z";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Events() {}

  /** The attacker makes a calendar of their own. */
  static String calendarOfAttacker(Target target) throws InterruptedException {
    Hop made =
        target.send(
            "Make a calendar of Dave's own.",
            target.as(
                Loot.ATTACKER,
                target.with("POST", "/calendars", "application/json", "{\"name\":\"Mine\"}")));
    return body(made).path("id").asText("");
  }

  /** Whether this answer tells the title of at least one event. */
  static boolean areIn(Hop answer) {
    return answer.status() == 200 && !body(answer).findValues("title").isEmpty();
  }

  /** Whether this text, which was an answer, tells the title of at least one event. */
  static boolean haveTitles(String answer) {
    try {
      return !JSON.readTree(answer).findValues("title").isEmpty();
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  /** Whether this answer tells of an event of this title. */
  static boolean areIn(Hop answer, String title) {
    return answer.status() == 200 && body(answer).findValuesAsText("title").contains(title);
  }

  /** An answer's body as JSON; nothing if it is none. */
  static JsonNode body(Hop answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  /** An event to be written, as JSON. */
  static String named(String title) {
    return JSON.createObjectNode()
        .put("title", title)
        .put("start", START)
        .put("end", END)
        .toString();
  }

  /** The same as the fields of a form. */
  static Map<String, String> asForm(String title) {
    return Map.of("title", title, "start", START, "end", END);
  }
}

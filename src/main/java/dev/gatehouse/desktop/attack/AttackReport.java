package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;

/**
 * What became of several attacks, to hand on: as JSON for programs, as a page for people.
 *
 * @param outcomes in the order in which they are listed
 */
public record AttackReport(List<AttackOutcome> outcomes) {
  public AttackReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether each was blocked when hardened and succeeded when weakened. */
  public boolean asItShouldBe() {
    return right() == outcomes.size();
  }

  /** How many were blocked when hardened and succeeded when weakened. */
  public long right() {
    return outcomes.stream().filter(AttackOutcome::asItShouldBe).count();
  }

  /** An array with one object for each attack. */
  public String json() {
    JsonMapper mapper = JsonMapper.builder().build();
    ArrayNode array = mapper.createArrayNode();
    for (AttackOutcome outcome : outcomes) {
      AttackCard card = outcome.attack().card();
      array
          .addObject()
          .put("attack", card.name())
          .put("weakness", card.weakness())
          .put("hardened", outcome.hardened().word())
          .put("weakened", outcome.weakened().word())
          .put("stoppedBy", outcome.stoppedBy())
          .put("title", card.title())
          .put("group", card.group().title());
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("text in a tree can always be written", impossible);
    }
  }

  /**
   * A page that needs nothing else, to be read in any browser or printed.
   *
   * @param at when the attacks were carried out
   * @param program which program and version carried them out
   */
  public String html(Instant at, String program) {
    return new AttackReportPage(this).write(at, program);
  }
}

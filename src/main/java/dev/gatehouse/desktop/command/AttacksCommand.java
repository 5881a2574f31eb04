package dev.gatehouse.desktop.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.attack.AttackResult;
import dev.gatehouse.desktop.attack.AttackRunner;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries out every attack and says what became of it. */
@Command(
    name = "attacks",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Carries out every attack against a hardened server, and against one with just the weakness that lets it in.",
    footer = {
      "",
      "Exit code: 0 if every attack is blocked when hardened and succeeds when weakened, else 1."
    })
final class AttacksCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print the outcomes as a JSON array")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<AttackOutcome> outcomes = new ArrayList<>();
    try (OwnServer bench = OwnServer.start(ServerOptions.onAnyPort().withHttps())) {
      for (Attack attack : Attacks.all()) {
        outcomes.add(new AttackRunner(bench.server(), bench.wire()).compare(attack));
      }
    }
    PrintWriter results = Console.results(spec);
    results.println(json ? json(outcomes) : table(outcomes));
    results.flush();
    return outcomes.stream().allMatch(AttackOutcome::asItShouldBe) ? 0 : 1;
  }

  private static String json(List<AttackOutcome> outcomes) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    ArrayNode array = mapper.createArrayNode();
    for (AttackOutcome outcome : outcomes) {
      array
          .addObject()
          .put("attack", outcome.attack().name())
          .put("weakness", outcome.attack().card().weakness())
          .put("hardened", word(outcome.hardened()))
          .put("weakened", word(outcome.weakened()))
          .put("stoppedBy", outcome.stoppedBy());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
  }

  private static String table(List<AttackOutcome> outcomes) {
    TextTable table = new TextTable("ATTACK", "HARDENED", "STOPPED BY", "WITH WEAKNESS", "", "");
    for (AttackOutcome outcome : outcomes) {
      table.row(
          outcome.attack().name(),
          word(outcome.hardened()),
          outcome.stoppedBy(),
          outcome.attack().card().weakness(),
          word(outcome.weakened()),
          outcome.asItShouldBe() ? "" : "NOT AS IT SHOULD BE");
    }
    long right = outcomes.stream().filter(AttackOutcome::asItShouldBe).count();
    return table + "\n%d of %d as they should be".formatted(right, outcomes.size());
  }

  private static String word(AttackResult result) {
    return result.succeeded() ? "succeeded" : "blocked";
  }
}

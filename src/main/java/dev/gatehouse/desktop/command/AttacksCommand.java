package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.attack.AttackReport;
import dev.gatehouse.desktop.attack.AttackRunner;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.exchange.ProgramVersion;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.ServerOptions;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
  @ArgGroup private @Nullable Form form;

  @Spec private @Nullable CommandSpec spec;

  /** How the outcomes are printed; as a table unless told otherwise. */
  private static final class Form {
    @Option(names = "--json", description = "print the outcomes as a JSON array")
    private boolean json;

    @Option(names = "--html", description = "print the outcomes as a page for a browser")
    private boolean html;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<AttackOutcome> outcomes = new ArrayList<>();
    try (OwnServer bench = OwnServer.start(ServerOptions.onAnyPort().withHttps())) {
      for (Attack attack : Attacks.all()) {
        outcomes.add(new AttackRunner(bench.server(), bench.wire()).compare(attack));
      }
    }
    AttackReport report = new AttackReport(outcomes);
    PrintWriter results = Console.results(spec);
    results.println(text(report));
    results.flush();
    return report.asItShouldBe() ? 0 : 1;
  }

  private String text(AttackReport report) {
    if (form != null && form.json) {
      return report.json();
    }
    return form != null && form.html
        ? report.html(Instant.now(), "Gatehouse " + ProgramVersion.text())
        : table(report);
  }

  private static String table(AttackReport report) {
    TextTable table = new TextTable("ATTACK", "HARDENED", "STOPPED BY", "WITH WEAKNESS", "", "");
    for (AttackOutcome outcome : report.outcomes()) {
      table.row(
          outcome.attack().name(),
          outcome.hardened().word(),
          outcome.stoppedBy(),
          outcome.attack().card().weakness(),
          outcome.weakened().word(),
          outcome.asItShouldBe() ? "" : "NOT AS IT SHOULD BE");
    }
    return table
        + "\n%d of %d as they should be".formatted(report.right(), report.outcomes().size());
  }
}

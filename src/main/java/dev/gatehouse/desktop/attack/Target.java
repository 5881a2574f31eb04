package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.attack.crack.Progress;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.RecordSource;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Vote;
import dev.gatehouse.server.trace.Weakness;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One attack under way: the server, what the attacker has, and a note of every step. Used once, by
 * one thread.
 */
public final class Target {
  private final URI base;
  private final Optional<URI> secure;
  private final Wire wire;
  private final RecordSource records;
  private final Loot loot;
  private final Consumer<Progress> progress;
  private final Predicate<Weakness> isOn;
  private final List<AttackStep> steps = new ArrayList<>();

  /**
   * A server to attack.
   *
   * @param base where it answers, without a path
   * @param secure where it answers by HTTPS, if it does
   * @param wire sends over real sockets
   * @param records what the server says of the requests that others have passed on to it
   * @param loot what the attacker has
   * @param isOn which weaknesses the programs have that people use there
   * @param progress told how far it has come by what is tried many times
   */
  public Target(
      URI base,
      Optional<URI> secure,
      Wire wire,
      RecordSource records,
      Loot loot,
      Predicate<Weakness> isOn,
      Consumer<Progress> progress) {
    this.base = base;
    this.secure = secure;
    this.wire = wire;
    this.records = records;
    this.loot = loot;
    this.progress = progress;
    this.isOn = isOn;
  }

  /** Where the server answers. */
  public URI base() {
    return base;
  }

  /** What the attacker has before the attack begins. */
  public Loot loot() {
    return loot;
  }

  /** A GET of this path. */
  public Draft get(String path) {
    return new Draft("GET", base.resolve(path).toString(), List.of(), new byte[0]);
  }

  /**
   * A GET of this path by HTTPS; by whatever there is if the server does not speak that, so that
   * the attack fails there as it should.
   */
  public Draft getSecurely(String path) {
    return new Draft("GET", secure.orElse(base).resolve(path).toString(), List.of(), new byte[0]);
  }

  /** A request with a body. */
  public Draft with(String method, String path, String contentType, String body) {
    return new Draft(
        method,
        base.resolve(path).toString(),
        List.of(new Header("Content-Type", contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** The request with the own, genuine token of somebody (RFC 6750 §2.1). */
  public Draft as(String person, Draft draft) {
    return JwtAttack.withToken(draft, loot.secret(person, "jwt"));
  }

  /** The attacker sends a request. */
  public Hop send(String says, Draft draft) throws InterruptedException {
    return send(AttackStep.ATTACKER, says, draft);
  }

  /** Somebody sends a request. */
  public Hop send(String actor, String says, Draft draft) throws InterruptedException {
    return noted(actor, says, wire.send(says, draft));
  }

  /** The victim sends a request, and somebody passes it on to the server. */
  Hop sendThrough(RecordingRelay relay, String says, Draft draft) throws InterruptedException {
    URI led = URI.create(base.getScheme() + "://127.0.0.1:" + relay.port());
    Hop hop =
        wire.send(
            says,
            new Draft(
                draft.method(),
                led.resolve(draft.target()).toString(),
                draft.headers(),
                draft.body()));
    Optional<String> id = hop.header("Exchange-Id");
    return noted(
        AttackStep.VICTIM,
        says,
        id.isPresent()
            ? records.find(base.toString(), id.get()).map(hop::withRecord).orElse(hop)
            : hop);
  }

  private Hop noted(String actor, String says, Hop hop) {
    steps.add(new AttackStep(actor, says, List.of(), hop));
    return hop;
  }

  /**
   * The attacker sends one request after the other, all of the same kind: one step, which shows the
   * last of them.
   *
   * @param drafts at least one
   */
  public void sendEach(String says, List<Draft> drafts) throws InterruptedException {
    long start = System.nanoTime();
    int last = drafts.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i < last) {
        wire.send(says, drafts.get(i));
      } else {
        send(says, drafts.get(i));
      }
      progress(new Progress(i + 1, drafts.size(), Duration.ofNanos(System.nanoTime() - start)));
    }
  }

  /** Tells whoever waits how far the attack has come. */
  public void progress(Progress made) {
    progress.accept(made);
  }

  /**
   * A wire for a program or a browser that somebody uses: whatever is sent with it is a step of
   * theirs, and what is checked is noted there.
   */
  public Wire wireOf(String actor) {
    return new Wire() {
      @Override
      public Hop send(String purpose, Draft draft) throws InterruptedException {
        return send(Between.CALL, purpose, draft);
      }

      @Override
      public Hop send(Between between, String purpose, Draft draft) throws InterruptedException {
        Hop hop = wire.send(between, purpose, draft);
        String says = purpose.substring(0, 1).toUpperCase(Locale.ROOT) + purpose.substring(1) + ".";
        steps.add(new AttackStep(actor, says, List.of(), hop));
        return hop;
      }

      @Override
      public Predicate<Weakness> callerWeaknesses() {
        return isOn;
      }

      @Override
      public void examined(List<CheckResult> checks) {
        int last = steps.size() - 1;
        steps.set(last, steps.get(last).examined(checks));
      }
    };
  }

  /** The attacker finds or forges something; returns it. */
  public String makes(String says, String label, String value) {
    return makes(AttackStep.ATTACKER, says, label, value);
  }

  /** Somebody finds something; returns it. */
  public String makes(String actor, String says, String label, String value) {
    steps.add(new AttackStep(actor, says, List.of(new Evidence(label, value, false)), null));
    return value;
  }

  /** The attack has ended: with this gain if {@code gained}, else with nothing. */
  public AttackResult end(boolean gained, String gain) {
    return new AttackResult(gained, gained ? gain : nothing(), steps, stoppedBy().orElse(""));
  }

  /**
   * The attack has ended, and the rule to look at is not the first that denied: this one decides
   * how much a refusal gives away.
   */
  public AttackResult endAtRule(String rule, boolean gained, String gain) {
    boolean denied =
        steps.stream()
            .flatMap(step -> Stream.ofNullable(step.hop()))
            .flatMap(hop -> Stream.ofNullable(hop.record()))
            .flatMap(record -> record.authorization().votes().stream())
            .anyMatch(vote -> vote.id().equals(rule) && vote.choice() == Vote.Choice.DENY);
    return denied && !gained ? stoppedBy(rule) : end(gained, gain);
  }

  /**
   * The attack has ended, and the check to look at is one that passed: what it makes sure of leaves
   * nothing to be refused.
   */
  public AttackResult endAtCheck(String check, boolean gained, String gain) {
    boolean passed =
        steps.stream()
            .flatMap(step -> Stream.ofNullable(step.hop()))
            .flatMap(hop -> Stream.ofNullable(hop.record()))
            .flatMap(record -> record.authentication().checks().stream())
            .anyMatch(made -> made.id().equals(check) && made.outcome() == Outcome.PASSED);
    return passed && !gained ? stoppedBy(check) : end(gained, gain);
  }

  private AttackResult stoppedBy(String id) {
    return new AttackResult(
        false, "The attacker gained nothing: " + id + " stopped it.", steps, id);
  }

  private String nothing() {
    return stoppedBy()
        .map(id -> "The attacker gained nothing: " + id + " stopped it.")
        .orElse("The attacker gained nothing.");
  }

  /**
   * The check or rule behind the latest refusal. What follows it may be somebody looking at what
   * became of it.
   */
  private Optional<String> stoppedBy() {
    return steps.stream().flatMap(step -> step.refusal().stream()).reduce((a, b) -> b);
  }
}

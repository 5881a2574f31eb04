package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.attack.crack.Progress;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.RecordSource;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.authz.Action;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries attacks out, over real sockets, against a running server. The runner of a server puts it
 * back to how it was at its start before each attack, so that none sees the traces of another: give
 * it a server that nobody else calls.
 */
public final class AttackRunner {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final GatehouseServer server;
  private final Wire wire;
  private final Consumer<Progress> progress;

  /**
   * A runner with a server of its own to attack.
   *
   * @param server running, and called by nobody else
   * @param wire sends to it
   */
  public AttackRunner(GatehouseServer server, Wire wire) {
    this(server, wire, ignored -> {});
  }

  /**
   * A runner that tells how far an attack has come.
   *
   * @param server running, and called by nobody else
   * @param wire sends to it
   * @param progress told now and then while something is tried many times, by the thread that
   *     carries the attack out
   */
  public AttackRunner(GatehouseServer server, Wire wire, Consumer<Progress> progress) {
    this.server = server;
    this.wire = wire;
    this.progress = progress;
  }

  /**
   * Attacks the hardened server, then the one with just the attack's weakness.
   *
   * @throws InterruptedException if the person cancelled it
   */
  public AttackOutcome compare(Attack attack) throws InterruptedException {
    return new AttackOutcome(
        attack, run(attack, Set.of()), run(attack, Set.of(attack.card().weakness())));
  }

  /**
   * Attacks a server that is as it was at its start, but for these weaknesses.
   *
   * @param weaknesses their names
   * @throws InterruptedException if the person cancelled it
   */
  public synchronized AttackResult run(Attack attack, Set<String> weaknesses)
      throws InterruptedException {
    server.reset();
    server.weaknesses().clear();
    weaknesses.forEach(weakness -> server.weaknesses().set(weakness, true));
    return run(attack, server, server.http(), wire, progress);
  }

  /**
   * Attacks a server just as it is now, with whatever weaknesses are on. What the attack changes
   * there stays changed.
   *
   * @param base where the server answers, without a path
   * @param wire sends to it
   * @throws InterruptedException if the person cancelled it
   */
  public static AttackResult run(Attack attack, GatehouseServer server, URI base, Wire wire)
      throws InterruptedException {
    return run(attack, server, base, wire, ignored -> {});
  }

  private static AttackResult run(
      Attack attack, GatehouseServer server, URI base, Wire wire, Consumer<Progress> progress)
      throws InterruptedException {
    RecordSource records = new LoggedRecords(server.exchanges(), List.of(server.http()), PATIENCE);
    return attack.run(
        new Target(
            base, server.https(), wire, records, lootOf(server), server.weaknesses(), progress));
  }

  private static Loot lootOf(GatehouseServer server) {
    return new Loot(
        server.people(),
        (person, header, claims) -> issue(server, personOf(server, person), header, claims),
        server::storedPasswords,
        new CarelessIssuer(server.issuer()::sign));
  }

  private static String issue(
      GatehouseServer server,
      DemoPerson person,
      Map<String, Object> header,
      Map<String, Object> claims) {
    String issued = server.issuer().issue(person.id(), Action.scopes(), claims);
    try {
      CompactToken token = CompactToken.parse(issued);
      for (Map.Entry<String, Object> parameter : header.entrySet()) {
        token = token.withHeader(parameter.getKey(), parameter.getValue());
      }
      return header.isEmpty() ? issued : server.issuer().sign(token.header(), token.payload());
    } catch (CredentialException unreadable) {
      throw new IllegalStateException("the server issues tokens that cannot be read", unreadable);
    }
  }

  private static DemoPerson personOf(GatehouseServer server, String id) {
    return server.people().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + id));
  }
}

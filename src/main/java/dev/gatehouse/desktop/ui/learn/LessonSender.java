package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.compose.Sender;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.GatehouseServer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends a student's request while the server has exactly the weaknesses of the task, and puts the
 * switches back as they were.
 */
final class LessonSender implements Sender {
  private final Workbench workbench;
  private final Supplier<Set<String>> weaknesses;

  /**
   * A sender.
   *
   * @param weaknesses the names of those that the task wants
   */
  LessonSender(Workbench workbench, Supplier<Set<String>> weaknesses) {
    this.workbench = workbench;
    this.weaknesses = weaknesses;
  }

  @Override
  public synchronized Exchange send(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException, InterruptedException {
    Optional<GatehouseServer> server = workbench.server();
    Set<String> before = server.map(running -> running.weaknesses().on()).orElseGet(Set::of);
    try {
      server.ifPresent(running -> only(running, weaknesses.get()));
      return workbench.send(type, values, call);
    } finally {
      server.ifPresent(running -> only(running, before));
    }
  }

  private static void only(GatehouseServer server, Set<String> wanted) {
    if (!server.weaknesses().on().equals(wanted)) {
      server.weaknesses().clear();
      wanted.forEach(name -> server.weaknesses().set(name, true));
    }
  }
}

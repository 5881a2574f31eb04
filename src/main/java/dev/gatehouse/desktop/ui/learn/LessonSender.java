package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.compose.Sender;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends a student's request to a server that has exactly the weaknesses of the task. That server is
 * for lessons alone: the one that other programs call is never weakened by a lesson.
 */
final class LessonSender implements Sender {
  private final Supplier<OwnServer> server;
  private final Supplier<Set<String>> weaknesses;

  /**
   * A sender.
   *
   * @param server the server for lessons; may block until it has started
   * @param weaknesses the names of those that the task wants
   */
  LessonSender(Supplier<OwnServer> server, Supplier<Set<String>> weaknesses) {
    this.server = server;
    this.weaknesses = weaknesses;
  }

  @Override
  public synchronized Exchange send(
      CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws CredentialException, InterruptedException {
    OwnServer lessons = server.get();
    lessons.server().weaknesses().clear();
    weaknesses.get().forEach(name -> lessons.server().weaknesses().set(name, true));
    return lessons.send(type, values, call, review);
  }
}

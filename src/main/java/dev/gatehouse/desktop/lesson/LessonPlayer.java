package dev.gatehouse.desktop.lesson;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays lessons as a student would: sends the requests of each task's solution to a real server and
 * sees whether the task is done then, and not before. The server is put back to how it was at its
 * start before each: give it one that nobody else calls.
 */
public final class LessonPlayer {
  private final GatehouseServer server;
  private final Wire wire;
  private final RequestComposer composer;

  /**
   * A player with a server of its own.
   *
   * @param server running, and called by nobody else
   * @param wire sends to it
   */
  public LessonPlayer(GatehouseServer server, Wire wire) {
    this.server = server;
    this.wire = wire;
    this.composer = RequestComposer.of(server, server.http());
  }

  /**
   * Plays every task of a lesson.
   *
   * @param directory the folder in which the lesson's own folder is
   * @return what went otherwise than the lesson says; nothing if it plays
   * @throws InterruptedException if the person cancelled it
   */
  public List<Problem> play(Lesson lesson, Path directory) throws InterruptedException {
    String path = directory.resolve(lesson.slug()).resolve(LessonReader.FILE_NAME).toString();
    List<Problem> problems = new ArrayList<>();
    for (Task task : lesson.tasks()) {
      flaw(task).ifPresent(flaw -> problems.add(new Problem(path, task.line(), flaw)));
    }
    return problems;
  }

  /**
   * What is wrong with a task: that its solution does not solve it, or that it is solved before
   * anything was done.
   */
  private Optional<String> flaw(Task task) throws InterruptedException {
    try {
      Verdict solved = verdictAfter(task, task.solution());
      if (!solved.done()) {
        return Optional.of("the solution does not do it: " + String.join(" ", solved.said()));
      }
      boolean asItIs = task.solution().equals(List.of(task.start()));
      if (!asItIs && verdictAfter(task, List.of(task.start())).done()) {
        return Optional.of(
            "the request of \"start\" does it already: write \"solution: [as-it-is]\", or expect more");
      }
      return Optional.empty();
    } catch (CredentialException unusable) {
      return Optional.of("a request cannot be made: " + unusable.getMessage());
    }
  }

  private Verdict verdictAfter(Task task, List<RequestStep> steps)
      throws CredentialException, InterruptedException {
    server.reset();
    server.weaknesses().clear();
    task.weaknesses().forEach(weakness -> server.weaknesses().set(weakness, true));
    @Nullable ExchangeRecord last = null;
    for (RequestStep step : steps) {
      Hop hop = wire.send(task.goal(), composer.compose(step, wire));
      last = hop.record();
      if (last == null) {
        return new Verdict(
            false, List.of(hop.error() == null ? "The server says nothing of it." : hop.error()));
      }
    }
    return last == null
        ? new Verdict(false, List.of("There is nothing to send."))
        : Verdict.of(task, last);
  }
}

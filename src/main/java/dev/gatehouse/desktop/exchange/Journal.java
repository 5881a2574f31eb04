package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps what crosses a wire, in order, and lets somebody look at each request before it leaves.
 * Used for one exchange, by one thread.
 */
public final class Journal implements Wire {
  private final Wire wire;
  private final DraftReview review;
  private final List<Hop> hops = new ArrayList<>();

  /**
   * An empty journal.
   *
   * @param wire sends
   * @param review sees each request before it leaves
   */
  public Journal(Wire wire, DraftReview review) {
    this.wire = wire;
    this.review = review;
  }

  @Override
  public Hop send(String purpose, Draft draft) throws InterruptedException {
    return send(Between.CALL, purpose, draft);
  }

  @Override
  public Hop send(Between between, String purpose, Draft draft) throws InterruptedException {
    Draft reviewed = review.review(new NextStep(purpose, between, draft, hops));
    Hop hop = wire.send(between, purpose, reviewed);
    hops.add(hop);
    return hop;
  }

  @Override
  public Predicate<Weakness> callerWeaknesses() {
    return wire.callerWeaknesses();
  }

  @Override
  public void received(Hop hop) {
    hops.add(hop);
  }

  @Override
  public void examined(List<CheckResult> checks) {
    int last = hops.size() - 1;
    hops.set(last, hops.get(last).examined(checks));
  }

  /** What was sent and received so far, in order. */
  public List<Hop> hops() {
    return List.copyOf(hops);
  }
}

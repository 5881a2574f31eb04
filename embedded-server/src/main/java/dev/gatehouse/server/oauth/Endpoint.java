package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Verification;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of the authorization server. It is judged by its own checks instead of the gate's: who
 * calls here is a client, or somebody who is about to log in.
 */
public interface Endpoint {
  /**
   * What was decided, and what is answered.
   *
   * @param verification every check, as in the record of the exchange
   * @param answer the answer
   */
  record Judgement(Verification verification, Answer answer) {}

  /**
   * A list of checks and what it judges.
   *
   * @param type as in exchange records, for example {@code oauth-code}
   * @param checks in their order
   */
  record Listing(String type, List<Check<?>> checks) {
    public Listing {
      checks = List.copyOf(checks);
    }

    /** Lists that are run one after the other. */
    @SafeVarargs
    static Listing of(String type, List<? extends Check<?>>... lists) {
      List<Check<?>> all = new ArrayList<>();
      for (List<? extends Check<?>> list : lists) {
        all.addAll(list);
      }
      return new Listing(type, all);
    }
  }

  /** The HTTP method. */
  String method();

  /** Where it is, for example {@code /oauth/token}. */
  String path();

  /** The lists of checks that it may run. */
  List<Listing> listings();

  /**
   * Judges a request, and answers it.
   *
   * @param run the verification as far as it has come; no check of it has failed
   */
  Judgement judge(Arrival arrival, Verification.Run run);
}

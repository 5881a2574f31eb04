package dev.gatehouse.server.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "who are you?": the trace of every check, in order, and a principal if and only if
 * none of them failed.
 */
public final class Verification {
  /** What became of the caller. */
  public enum Result {
    /** A principal was proved. */
    AUTHENTICATED("authenticated"),
    /** A credential came and a check refused it. */
    REJECTED("rejected"),
    /** No credential came, or nobody asked for one. */
    ANONYMOUS("anonymous");

    private final String text;

    Result(String text) {
      this.text = text;
    }

    /** The word used in exchange records. */
    public String text() {
      return text;
    }
  }

  /** The type of a request without a credential, or with one of a kind that is unknown. */
  public static final String NO_TYPE = "none";

  private final String type;
  private final @Nullable String scheme;
  private final Result result;
  private final List<CheckResult> checks;
  private final @Nullable Principal principal;

  private Verification(
      String type,
      @Nullable String scheme,
      Result unproved,
      List<CheckResult> checks,
      @Nullable Principal principal) {
    this.type = type;
    this.scheme = scheme;
    this.result = principal == null ? unproved : Result.AUTHENTICATED;
    this.checks = List.copyOf(checks);
    this.principal = principal;
  }

  /** Starts a verification in which the weaknesses that {@code isOn} names take checks away. */
  public static Run begin(Predicate<Weakness> isOn) {
    return new Run(isOn);
  }

  /**
   * The type of credential, for example {@code jwt}; {@link #NO_TYPE} if there was none that is
   * known.
   */
  public String type() {
    return type;
  }

  /**
   * The HTTP authentication scheme (RFC 9110 §11.1), for example {@code Bearer}; null if the type
   * has none.
   */
  public @Nullable String scheme() {
    return scheme;
  }

  /**
   * The same verification with further checks, for a call that has more to prove than who makes it.
   * If one of them fails, nobody is proved any longer.
   *
   * @param isOn which weaknesses are on
   * @param more in their order; not reached if a check has failed before
   * @param subject what they examine, asked for only if somebody was proved
   */
  public <C> Verification then(
      Predicate<Weakness> isOn, List<Check<C>> more, Function<Principal, C> subject) {
    List<CheckResult> all = new ArrayList<>(checks);
    if (principal == null) {
      more.forEach(check -> all.add(check.notReached()));
      return new Verification(type, scheme, result, all, null);
    }
    Run run = new Run(isOn).run(more, subject.apply(principal));
    all.addAll(run.results);
    return new Verification(type, scheme, Result.REJECTED, all, run.failed ? null : principal);
  }

  /** Every check, in the order in which they were asked. */
  public List<CheckResult> checks() {
    return checks;
  }

  /** The proved caller; present if and only if no check failed and somebody was identified. */
  public Optional<Principal> principal() {
    return Optional.ofNullable(principal);
  }

  /** The name of the weakness that took this check away, if one did. */
  public Optional<String> takenAwayBy(String check) {
    return takenAwayBy(checks, check);
  }

  private static Optional<String> takenAwayBy(List<CheckResult> results, String check) {
    for (CheckResult result : results) {
      if (result.outcome() == Outcome.SKIPPED && result.id().equals(check)) {
        return Optional.ofNullable(result.weakness());
      }
    }
    return Optional.empty();
  }

  /** The check that refused the caller. */
  public Optional<CheckResult> failure() {
    return checks.stream().filter(check -> check.outcome() == Outcome.FAILED).findFirst();
  }

  /** Authenticated, rejected or anonymous. */
  public Result result() {
    return result;
  }

  /** A verification under way: lists of checks are run one after the other until one fails. */
  public static final class Run {
    private static final Check<RuntimeException> NAMES_SOMEBODY =
        Check.check(
            "credentials.names-somebody",
            "Does it say who the caller is?",
            "RFC 9110 §11.1",
            nobody -> Finding.failed("a person", "nobody: " + nobody.getClass().getSimpleName()));

    /** As many checks as a credential has to pass, or nearly. */
    private static final int USUAL = 32;

    private final Predicate<Weakness> isOn;
    private final List<CheckResult> results = new ArrayList<>(USUAL);
    private boolean failed;

    private Run(Predicate<Weakness> isOn) {
      this.isOn = isOn;
    }

    /** Runs these checks on this subject; after a failure they are only noted as not reached. */
    public <C> Run run(List<Check<C>> checks, C subject) {
      for (Check<C> check : checks) {
        CheckResult result = failed ? check.notReached() : check.run(subject, isOn);
        failed = failed || result.outcome() == Outcome.FAILED;
        results.add(result);
      }
      return this;
    }

    /**
     * Ends the verification of a credential. Only if no check has failed is {@code identify} asked
     * who the caller is.
     *
     * @param type the type of credential, for example {@code jwt}
     * @param scheme the HTTP authentication scheme, or null if the type has none
     */
    public Verification conclude(
        String type, @Nullable String scheme, Supplier<Claimant> identify) {
      return conclude(type, scheme, Result.REJECTED, identify);
    }

    /**
     * Ends the verification of a request that carries no credential. Somebody is identified only if
     * that was no reason to refuse it.
     */
    public Verification concludeWithoutCredential(Supplier<Claimant> identify) {
      return conclude(NO_TYPE, null, Result.ANONYMOUS, identify);
    }

    private Verification conclude(
        String type, @Nullable String scheme, Result unproved, Supplier<Claimant> identify) {
      @Nullable Principal principal = null;
      if (!failed) {
        try {
          principal = new Principal(identify.get());
        } catch (RuntimeException nobody) {
          // With checks taken away a credential may get here that names nobody. That is one more
          // check failed.
          results.add(NAMES_SOMEBODY.run(nobody, isOn));
        }
      }
      return new Verification(type, scheme, unproved, results, principal);
    }

    /**
     * Ends a verification in which nobody had to be identified, as for a call that is open to
     * everyone.
     */
    public Verification concludeWithNobody() {
      return new Verification(NO_TYPE, null, Result.ANONYMOUS, results, null);
    }

    /**
     * Ends a verification that identifies nobody yet, as of a page on which somebody is about to
     * log in.
     *
     * @param type what was verified, for example {@code oauth-authorize}
     */
    public Verification concludeWithNobody(String type) {
      return new Verification(
          type, null, failed ? Result.REJECTED : Result.ANONYMOUS, results, null);
    }

    /** The name of the weakness that took this check away, if one did. */
    public Optional<String> takenAwayBy(String check) {
      return Verification.takenAwayBy(results, check);
    }

    /** Whether a check has failed, so that those after it are not reached. */
    public boolean hasFailed() {
      return failed;
    }
  }
}

package dev.gatehouse.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Counts wrong passwords, per account and per source, and makes whoever guesses wait (NIST SP
 * 800-63B §5.2.2). Only the password is held up: an account's keys, tokens and sessions keep
 * working. Safe for use by many threads; its memory is bounded.
 */
public final class Attempts {
  /**
   * How many failures are free, and what the next ones cost.
   *
   * @param free how many failures cost nothing
   * @param first the wait after one more; it doubles with each further failure
   * @param longest the wait it grows to, so that nobody can lock a person out for good
   * @param forgottenAfter how long after the last failure all of them are forgotten
   */
  record Patience(int free, Duration first, Duration longest, Duration forgottenAfter) {
    Duration after(int failures) {
      int paid = Math.min(failures - free, 30);
      if (paid <= 0) {
        return Duration.ZERO;
      }
      Duration wait = first.multipliedBy(1L << (paid - 1));
      return wait.compareTo(longest) < 0 ? wait : longest;
    }
  }

  /**
   * What is known of one account or one source.
   *
   * @param failures how many passwords were wrong
   * @param last when the latest of them was
   * @param underWay how many are being verified: each may turn out wrong
   */
  private record Tries(int failures, Instant last, int underWay) {
    static final Tries NONE = new Tries(0, Instant.EPOCH, 0);

    Tries begun() {
      return new Tries(failures, last, underWay + 1);
    }

    Tries ended() {
      return new Tries(failures, last, Math.max(0, underWay - 1));
    }

    Tries failed(Instant now, Patience patience) {
      boolean forgotten = now.isAfter(last.plus(patience.forgottenAfter()));
      return new Tries(forgotten ? 1 : failures + 1, now, underWay);
    }

    Tries afresh() {
      return new Tries(0, Instant.EPOCH, underWay);
    }

    /** How long the next one has to wait, those under way taken for failures. */
    Duration wait(Instant now, Patience patience) {
      Duration left = Duration.between(now, last.plus(patience.after(failures)));
      Duration ifTheyFail = underWay == 0 ? Duration.ZERO : patience.after(failures + underWay);
      Duration longer = left.compareTo(ifTheyFail) > 0 ? left : ifTheyFail;
      return longer.isNegative() ? Duration.ZERO : longer;
    }
  }

  /** An account: one person mistyping. */
  static final Patience WITH_ACCOUNT =
      new Patience(10, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  /** A source: perhaps a whole class behind one address, so far more is free. */
  static final Patience WITH_SOURCE =
      new Patience(100, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5));

  /**
   * How many accounts, and how many sources, are remembered; the longest untouched is dropped
   * first.
   */
  static final int REMEMBERED = 10_000;

  /**
   * Somebody's one-time codes (RFC 4226 §7.3): whoever tries them knows the password already, and
   * three of a million codes are good at any time.
   */
  static final Patience WITH_CODES =
      new Patience(5, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofDays(1));

  private final Clock clock;
  private final Patience withAccount;
  private final Map<String, Tries> accounts = bounded();
  private final Map<String, Tries> sources = bounded();

  /** Counts passwords. */
  Attempts(Clock clock) {
    this(clock, WITH_ACCOUNT);
  }

  private Attempts(Clock clock, Patience withAccount) {
    this.clock = clock;
    this.withAccount = withAccount;
  }

  /** Counts one-time codes, of accounts alone. */
  static Attempts ofCodes(Clock clock) {
    return new Attempts(clock, WITH_CODES);
  }

  /**
   * Takes one of this account's tries, before the password is looked at: of many at once none can
   * slip through. To be followed by {@link #failed}, {@link #succeeded} or {@link #notMade}.
   *
   * @return zero if it was taken; otherwise how long to wait before the next one
   */
  public Duration takeForAccount(String account) {
    return take(accounts, account, withAccount);
  }

  /** The same for a source. */
  public Duration takeForSource(String source) {
    return take(sources, source, WITH_SOURCE);
  }

  /** Notes a wrong password. */
  public void failed(String account, String source) {
    failedForAccount(account);
    Instant now = clock.instant();
    change(sources, source, tries -> tries.ended().failed(now, WITH_SOURCE));
  }

  /** The same, if nothing was taken for the source. */
  public void failedForAccount(String account) {
    Instant now = clock.instant();
    change(accounts, account, tries -> tries.ended().failed(now, withAccount));
  }

  /**
   * Notes a right password: the account starts afresh. The source does not, or guessing beside an
   * own account is free.
   */
  public void succeeded(String account, String source) {
    succeededForAccount(account);
    change(sources, source, Tries::ended);
  }

  /** The same, if nothing was taken for the source. */
  public void succeededForAccount(String account) {
    change(accounts, account, tries -> tries.ended().afresh());
  }

  /** Gives back what was taken for a password that nobody has looked at. */
  public void notMade(String account, String source) {
    notMadeForAccount(account);
    change(sources, source, Tries::ended);
  }

  /** The same, if nothing was taken for the source. */
  public void notMadeForAccount(String account) {
    change(accounts, account, Tries::ended);
  }

  void clear() {
    synchronized (accounts) {
      accounts.clear();
    }
    synchronized (sources) {
      sources.clear();
    }
  }

  private Duration take(Map<String, Tries> all, String who, Patience patience) {
    Instant now = clock.instant();
    synchronized (all) {
      Tries tries = all.getOrDefault(who, Tries.NONE);
      Duration wait = tries.wait(now, patience);
      if (wait.isZero()) {
        all.put(who, tries.begun());
      }
      return wait;
    }
  }

  private static void change(Map<String, Tries> all, String who, UnaryOperator<Tries> change) {
    synchronized (all) {
      Tries changed = change.apply(all.getOrDefault(who, Tries.NONE));
      if (changed.equals(Tries.NONE)) {
        all.remove(who);
      } else {
        all.put(who, changed);
      }
    }
  }

  private static Map<String, Tries> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}

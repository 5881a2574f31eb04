package dev.gatehouse.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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

  private record Failures(int count, Instant last) {}

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

  private final Clock clock;
  private final Map<String, Failures> accounts = bounded();
  private final Map<String, Failures> sources = bounded();

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** How long this account has to wait before the next try; zero if it may try now. */
  public Duration waitForAccount(String account) {
    return wait(accounts, account, WITH_ACCOUNT);
  }

  /** How long this source has to wait before the next try; zero if it may try now. */
  public Duration waitForSource(String source) {
    return wait(sources, source, WITH_SOURCE);
  }

  /** Notes a wrong password. */
  public void failed(String account, String source) {
    count(accounts, account, WITH_ACCOUNT);
    count(sources, source, WITH_SOURCE);
  }

  /**
   * Notes a right password: the account starts afresh. The source does not, or guessing beside an
   * own account is free.
   */
  public void succeeded(String account) {
    synchronized (accounts) {
      accounts.remove(account);
    }
  }

  void clear() {
    synchronized (accounts) {
      accounts.clear();
    }
    synchronized (sources) {
      sources.clear();
    }
  }

  private Duration wait(Map<String, Failures> all, String who, Patience patience) {
    Instant now = clock.instant();
    synchronized (all) {
      Failures failures = all.getOrDefault(who, new Failures(0, Instant.EPOCH));
      Duration left = Duration.between(now, failures.last().plus(patience.after(failures.count())));
      return left.isNegative() ? Duration.ZERO : left;
    }
  }

  private void count(Map<String, Failures> all, String who, Patience patience) {
    Instant now = clock.instant();
    synchronized (all) {
      Failures before = all.getOrDefault(who, new Failures(0, now));
      boolean forgotten = now.isAfter(before.last().plus(patience.forgottenAfter()));
      all.put(who, new Failures(forgotten ? 1 : before.count() + 1, now));
    }
  }

  private static Map<String, Failures> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}

package dev.gatehouse.server.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Hashes and verifies passwords with Argon2id (RFC 9106), with the parameters that the OWASP
 * Password Storage Cheat Sheet recommends. A hash is costly on purpose, so all of them are computed
 * by few threads of their own, with a short queue: a flood of wrong passwords keeps these threads
 * busy and nobody else.
 */
public final class Passwords implements AutoCloseable {
  /** What came of verifying a password. */
  public enum Answer {
    /** It is the person's password. */
    FITS,
    /** It is the one they had before, of which only a fast hash is left. */
    FITS_FORMER,
    /** It is the one that every copy of this program comes with. */
    FITS_FACTORY,
    /** It is not, or there is no such person. Both take equally long. */
    DOES_NOT_FIT,
    /** Too many are waiting to be verified. Nothing was computed. */
    BUSY
  }

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Pattern OTHER_SPACES = Pattern.compile("\\p{Zs}");

  private final StoredPassword nobodys = new StoredPassword("", hashThatNothingFits());
  private final AtomicLong verified = new AtomicLong();
  private final ThreadPoolExecutor workers;

  /** With half of the processors for workers, and eight waiting at most. */
  Passwords() {
    this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), 8);
  }

  /**
   * With as many workers, and as many waiting at most.
   *
   * @param threads at least 1
   * @param waiting at least 1
   */
  public Passwords(int threads, int waiting) {
    this.workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, "password-hash");
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
  }

  /** The PHC string to store for a password: algorithm, parameters, random salt and hash in one. */
  String hash(String password) {
    byte[] bytes = prepared(password);
    try {
      // Made here and not at the start, for it holds all the memory that a hash needs.
      return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID)
          .hash(bytes, Secrets.randomBytes(SALT_BYTES))
          .getResult();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Whether a password is the one that was stored. Waits for a free worker.
   *
   * @param stored finds what is stored of the person's password; empty if there is no such person,
   *     which takes just as long
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  public Answer verify(Supplier<Optional<StoredPassword>> stored, String password)
      throws InterruptedException {
    Future<Answer> answer;
    try {
      answer = workers.submit(() -> compared(stored.get(), password));
    } catch (RejectedExecutionException full) {
      return Answer.BUSY;
    }
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the password could not be verified", e.getCause());
    }
  }

  /** How many passwords have been hashed to verify them, those for unknown people included. */
  public long verified() {
    return verified.get();
  }

  /** Stops the workers. */
  @Override
  public void close() {
    workers.shutdownNow();
  }

  private Answer compared(Optional<StoredPassword> stored, String password) {
    verified.incrementAndGet();
    StoredPassword known = stored.orElse(nobodys);
    byte[] bytes = prepared(password);
    try {
      // All of it in any case, so that it takes as long whatever comes.
      boolean fits =
          Argon2Function.getInstanceFromHash(known.hash())
              .check(bytes, known.hash().getBytes(StandardCharsets.US_ASCII));
      boolean fitsFormer = FormerHash.isOf(known.former(), bytes);
      boolean fitsFactory = FactoryAccount.isOpenedBy(known.personId(), bytes);
      if (stored.isEmpty()) {
        return Answer.DOES_NOT_FIT;
      }
      if (fitsFactory) {
        return Answer.FITS_FACTORY;
      }
      if (fits) {
        return Answer.FITS;
      }
      return fitsFormer ? Answer.FITS_FORMER : Answer.DOES_NOT_FIT;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * One form for what looks the same and is typed in different ways, as RFC 8265 §4.2
   * (OpaqueString) asks.
   */
  private static byte[] prepared(String password) {
    String spaces = OTHER_SPACES.matcher(password).replaceAll(" ");
    return Normalizer.normalize(spaces, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }

  /** A PHC string with our parameters and random bytes where the hash would be. */
  private static String hashThatNothingFits() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB,
            ITERATIONS,
            PARALLELISM,
            base64.encodeToString(Secrets.randomBytes(SALT_BYTES)),
            base64.encodeToString(Secrets.randomBytes(HASH_BYTES)));
  }
}

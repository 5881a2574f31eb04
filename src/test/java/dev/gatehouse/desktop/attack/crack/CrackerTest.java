package dev.gatehouse.desktop.attack.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying words until one is right. */
final class CrackerTest {
  private static final WordList WORDS =
      new WordList(IntStream.range(0, 5_000).mapToObj(i -> "word" + i).toList());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkYXZlIn0.oCrLegDEgrvW2o3N-DVgD69_nO06oy1iQXtj3pS1V9o",
        "eyJhbGciOiJIUzM4NCJ9.eyJzdWIiOiJkYXZlIn0"
            + ".45o17x3dbEpNxrIeDFAn1qS6rv8xCA1zSzUCt_djJ161vAlKH1T0Qeszno1HD9t0",
        "eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiJkYXZlIn0"
            + ".QhUtxF-iwR5SS1ASyU0m8rwbWb94vald2MqcHgaWzXXFvylK8f9YAvYqVq72bnIlOZG0uhNfkGUmMPpseyv0UQ"
      })
  void theSecretOfATokenIsFound(String signedWithWord4321) throws InterruptedException {
    assertThat(crack(signedWithWord4321).word()).contains("word4321");
  }

  @Test
  void theSecretThatIsNoWordOfTheListIsNotFoundAndEveryWordWasTriedOnce()
      throws InterruptedException {
    Set<String> tried = ConcurrentHashMap.newKeySet();

    Cracked cracked = new Cracker().crack(WORDS, () -> word -> !tried.add(word), ignored -> {});

    assertThat(cracked.word()).isEmpty();
    assertThat(cracked.progress().tried()).isEqualTo(WORDS.words().size());
    assertThat(tried).containsExactlyInAnyOrderElementsOf(WORDS.words());
  }

  @Test
  void anArgon2HashIsCrackedToo() throws InterruptedException {
    // The password "word2", with parameters as low as they can be.
    String hash = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$6Sgm1LfJd/Ko+Jc7z7NZ8Q";

    assertThat(crack(hash).word()).contains("word2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.b.c",
        "eyJhbGciOiJSUzI1NiJ9.e30.AA",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJIUzI1NiJ9.e30.!!",
        "eyJhbGciOjF9.e30.AA",
        "$argon2id$",
        "1c8bfe8f"
      })
  void whatHasNoSecretBehindItCannotBeCracked(String text) {
    assertThat(Lock.in(text)).isEmpty();
  }

  @Test
  void howFarItHasComeIsTold() throws InterruptedException {
    List<Progress> told = new ArrayList<>();

    new Cracker().crack(WORDS, () -> word -> false, told::add);

    assertThat(told).last().extracting(Progress::tried).isEqualTo(5_000L);
  }

  @Test
  void itStopsWhenItsThreadIsInterrupted() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread asking =
        new Thread(
            () -> {
              try {
                new Cracker()
                    .crack(
                        WORDS,
                        () ->
                            word -> {
                              begun.countDown();
                              return sleeps();
                            },
                        ignored -> {});
              } catch (InterruptedException cancelled) {
                stopped.countDown();
              }
            });
    asking.start();
    begun.await();

    asking.interrupt();

    stopped.await();
    asking.join();
    assertThat(stopped.getCount()).isZero();
  }

  @Test
  void aLockThatBreaksIsToldAndDoesNotHang() {
    Lock broken =
        () ->
            word -> {
              throw new IllegalArgumentException(word);
            };

    assertThatThrownBy(() -> new Cracker().crack(WORDS, broken, ignored -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itNeedsNoMoreThanOneThread() throws InterruptedException {
    Cracked cracked = new Cracker(1).crack(WORDS, () -> "word7"::equals, ignored -> {});

    assertThat(cracked.word()).contains("word7");
    assertThat(cracked.progress().tried()).isEqualTo(8);
  }

  @Test
  void countsAndRatesAreWrittenForPeople() {
    assertThat(new Progress(12_000, 30_000, Duration.ofMillis(10)).words())
        .isEqualTo("12,000 of 30,000, 1.2 million a second");
    assertThat(new Progress(5, 30_000, Duration.ofSeconds(1)).rate()).isEqualTo("5 a second");
  }

  private static Cracked crack(String text) throws InterruptedException {
    return new Cracker().crack(WORDS, Lock.in(text).orElseThrow(), ignored -> {});
  }

  private static boolean sleeps() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}

package dev.gatehouse.desktop.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request that is sent again and again, to a real server. */
final class SeriesTest {
  private final OwnServer own = OwnServer.start();
  private final Series series = new Series(own::send);
  private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    own.close();
  }

  @Test
  void eachValueIsSentInOrderAndTheRightOneIsLetIn() throws Exception {
    series.run(guessing(), Plan.of(List.of("wrong", password(), "wrong again")), attempts::add);

    assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
    assertThat(attempts).extracting(Attempt::letIn).containsExactly(false, true, false);
    assertThat(attempts.get(0).stoppedBy()).isEqualTo("basic.password");
    assertThat(attempts.get(1).status()).isEqualTo(200);
  }

  @Test
  void whoeverGuessesOnIsSlowedDownByTheServer() throws Exception {
    List<String> guesses = IntStream.range(0, 15).mapToObj(i -> "guess " + i).toList();

    series.run(guessing(), Plan.of(guesses), attempts::add);

    assertThat(attempts).extracting(Attempt::stoppedBy).contains("attempts.account");
  }

  @Test
  void itCanEndWithTheFirstThatIsLetIn() throws Exception {
    Plan plan = new Plan(List.of("wrong", password(), "never sent"), 1, Duration.ZERO, 1, true);

    series.run(guessing(), plan, attempts::add);

    assertThat(attempts).hasSize(2);
  }

  @Test
  void withoutValuesTheRequestIsSentAsOftenAsAskedFor() throws Exception {
    series.run(open("/health"), new Plan(List.of(), 5, Duration.ZERO, 1, false), attempts::add);

    assertThat(attempts).hasSize(5).allMatch(Attempt::letIn);
  }

  @Test
  void severalAtOnceSendEveryValueOnce() throws Exception {
    List<String> values = IntStream.range(0, 40).mapToObj(Integer::toString).toList();

    series.run(open("/health?n=§n§"), new Plan(values, 1, Duration.ZERO, 8, false), attempts::add);

    assertThat(attempts).extracting(Attempt::value).containsExactlyInAnyOrderElementsOf(values);
  }

  @Test
  void whoeverCancelsGetsWhatCameUntilThen() {
    Plan plan = new Plan(List.of("a", "b", "c"), 1, Duration.ofHours(1), 1, false);

    assertThatThrownBy(
            () ->
                series.run(
                    open("/health?n=§n§"),
                    plan,
                    attempt -> {
                      attempts.add(attempt);
                      Thread.currentThread().interrupt();
                    }))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(attempts).hasSize(1);
  }

  @Test
  void whatCannotBeSentSaysWhyAndTheOthersGoOn() throws Exception {
    series.run(
        new Template(type("basic"), Map.of("username", "§n§", "password", "p"), get("/me")),
        Plan.of(List.of("no:colon", "alice")),
        attempts::add);

    assertThat(attempts.get(0).status()).isZero();
    assertThat(attempts.get(0).words()).contains("colon");
    assertThat(attempts.get(1).status()).isEqualTo(401);
  }

  @Test
  void theResultsCanBeReadByASpreadsheet() throws Exception {
    series.run(open("/health?n=§n§"), Plan.of(List.of("a,b", "c\"d")), attempts::add);

    assertThat(AttemptCsv.write(attempts).split("\r\n"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("number,value,status,stopped by,bytes,milliseconds"),
            line -> assertThat(line).startsWith("1,\"a,b\",200,,"),
            line -> assertThat(line).startsWith("2,\"c\"\"d\",200,,"));
  }

  private Template guessing() {
    return new Template(
        type("basic"), Map.of("username", "alice", "password", Template.MARK), get("/me"));
  }

  private Template open(String path) {
    return new Template(type("none"), Map.of(), get(path));
  }

  private Draft get(String path) {
    return new Draft("GET", own.server().http() + path, List.of(), new byte[0]);
  }

  private String password() {
    return own.server().people().stream()
        .filter(person -> person.id().equals("alice"))
        .flatMap(person -> person.secret("password").stream())
        .findFirst()
        .orElseThrow();
  }

  private static CredentialType type(String name) {
    return Stream.of(name)
        .flatMap(wanted -> CredentialTypes.all().stream().filter(t -> t.type().equals(wanted)))
        .findFirst()
        .orElseThrow();
  }
}

package dev.gatehouse.desktop.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.intercept.Passage.Stage;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of other programs, held on their way to a real server. */
final class RelayTest {
  private static final byte[] NOTHING = new byte[0];
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OwnServer own = OwnServer.start();
  private final Checkpoint checkpoint = new Checkpoint();
  private final OkHttpWire program = new OkHttpWire(WireOptions.standard());
  private final BlockingQueue<Passage> held = new LinkedBlockingQueue<>();
  private final BlockingQueue<Passage> done = new LinkedBlockingQueue<>();
  private Relay relay;

  @BeforeEach
  void open() throws Exception {
    relay = Relay.open(checkpoint, () -> Optional.of(own.server().http()), own.wire());
    checkpoint.listen(passage -> (passage.held() ? held : done).add(passage));
  }

  @AfterEach
  void close() {
    relay.close();
    program.close();
    own.close();
  }

  @Test
  void whatIsNotHeldGoesThroughWithTheRecordOfTheServer() throws Exception {
    Hop answer = program.send("test", get("/me").withHeader("Authorization", basic("alice")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Exchange-Id")).isPresent();
    ExchangeRecord record = last(Stage.DONE).hop().record();
    assertThat(record.id()).isEqualTo(answer.header("Exchange-Id").orElseThrow());
  }

  @Test
  void aHeldRequestIsChangedBeforeItLeaves() throws Exception {
    checkpoint.holdRequests(true);
    CompletableFuture<Hop> answer =
        async(() -> program.send("test", get("/me").withHeader("X-Try", "1")));
    Passage waiting = next();
    assertThat(answer).isNotDone();

    Draft edited = waiting.came().withHeader("Authorization", basic("bob"));
    checkpoint.letGo(waiting.number(), edited);

    assertThat(answer.get().status()).isEqualTo(200);
    assertThat(text(answer.get().body())).contains("\"bob\"");
    Passage ended = last(Stage.DONE);
    assertThat(ended.requestChanged()).isTrue();
    assertThat(ended.hop().record().request().headers())
        .contains(new Header("X-Try", "1"), new Header("Authorization", basic("bob")));
  }

  @Test
  void aHeldResponseIsChangedBeforeTheProgramGetsIt() throws Exception {
    checkpoint.holdResponses(true);
    CompletableFuture<Hop> answer = async(() -> program.send("test", get("/me")));
    Passage waiting = next();
    assertThat(waiting.stage()).isEqualTo(Stage.RESPONSE_HELD);
    assertThat(waiting.hop().record().stoppedBy()).contains("credentials.present");

    checkpoint.letGo(
        waiting.number(),
        new Answer(
            200,
            "OK",
            List.of(new Header("Content-Type", "text/plain")),
            "you are in".getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.get().status()).isEqualTo(200);
    assertThat(text(answer.get().body())).isEqualTo("you are in");
    assertThat(last(Stage.DONE).responseChanged()).isTrue();
  }

  @Test
  void whoeverIsDroppedIsToldSo() throws Exception {
    checkpoint.holdRequests(true);
    CompletableFuture<Hop> answer = async(() -> program.send("test", get("/me")));

    checkpoint.drop(next().number());

    assertThat(answer.get().status()).isEqualTo(502);
    assertThat(text(answer.get().body())).contains("dropped the request");
    assertThat(own.server().exchanges().after(null, 10)).isEmpty();
  }

  @Test
  void switchingItOffLetsEverythingGoThatWaits() throws Exception {
    checkpoint.holdRequests(true);
    CompletableFuture<Hop> one = async(() -> program.send("test", get("/health")));
    CompletableFuture<Hop> other = async(() -> program.send("test", get("/health")));
    next();
    next();

    checkpoint.holdRequests(false);

    assertThat(one.get().status()).isEqualTo(200);
    assertThat(other.get().status()).isEqualTo(200);
  }

  @Test
  void nothingWaitsForEverAndOnlySoManyAtOnce() throws Exception {
    try (Checkpoint brief = new Checkpoint(Clock.systemUTC(), 1, Duration.ofMillis(50))) {
      brief.holdRequests(true);
      brief.listen(passage -> (passage.held() ? held : done).add(passage));
      Passage ended = brief.pass("test", get("/health"), draft -> own.wire().send("x", direct()));

      assertThat(ended.stage()).isEqualTo(Stage.DONE);
      assertThat(held).hasSize(1);
    }
    try (Checkpoint full = new Checkpoint(Clock.systemUTC(), 0, PATIENCE)) {
      full.holdRequests(true);
      Passage ended = full.pass("test", get("/health"), draft -> own.wire().send("x", direct()));

      assertThat(ended.stage()).isEqualTo(Stage.DONE);
    }
  }

  @Test
  void bytesThatAreNoTextArriveAsTheyWereSent() throws Exception {
    byte[] picture = new byte[4_096];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (i * 31);
    }

    program.send("test", new Draft("PUT", relay.address() + "/me", List.of(), picture));

    assertThat(last(Stage.DONE).sent().body()).isEqualTo(picture);
  }

  @Test
  void headersGoOnInTheirOrderAndCaseAndThoseOfTheConnectionDoNot() throws Exception {
    program.send(
        "test",
        get("/me")
            .withHeader("x-lower", "a")
            .withHeader("X-Twice", "1")
            .withHeader("Connection", "close")
            .withHeader("X-Twice", "2"));

    assertThat(last(Stage.DONE).hop().record().request().headers())
        .extracting(Header::name)
        .containsSubsequence("Host", "x-lower", "X-Twice", "X-Twice")
        .doesNotContain("Connection");
  }

  @Test
  void itLeadsNowhereElse() throws Exception {
    Draft elsewhere = get("/me").withHeader("Host", "intranet.example");

    // The API itself refuses names that are not its own; the relay sends to nobody else.
    assertThat(program.send("test", elsewhere).status()).isEqualTo(421);
  }

  @Test
  void withoutAServerItSaysSo() throws Exception {
    try (Relay lonely = Relay.open(new Checkpoint(), Optional::empty, own.wire())) {
      Hop answer =
          program.send("test", new Draft("GET", lonely.address() + "/me", List.of(), NOTHING));

      assertThat(answer.status()).isEqualTo(502);
      assertThat(text(answer.body())).contains("does not run");
    }
  }

  @Test
  void whatTheProgramItselfSendsCanBeHeldAsWell() throws Exception {
    try (Workbench workbench = new Workbench(ServerOptions.onAnyPort().withHttps())) {
      workbench.start();
      workbench.divert(wire -> new HeldWire(checkpoint, "Explore", wire));
      checkpoint.holdRequests(true);
      Draft me = new Draft("GET", workbench.base().orElseThrow() + "/me", List.of(), NOTHING);
      CompletableFuture<Exchange> answer =
          async(() -> workbench.send(CredentialTypes.all().get(0), Map.of(), me));

      Passage waiting = next();
      checkpoint.letGo(
          waiting.number(), waiting.came().withHeader("Authorization", "Bearer nonsense"));

      assertThat(answer.get().last().request().headers())
          .contains(new Header("Authorization", "Bearer nonsense"));
      assertThat(answer.get().last().record()).isNotNull();
    }
  }

  private Draft get(String path) {
    return new Draft("GET", relay.address() + path, List.of(), NOTHING);
  }

  private Draft direct() {
    return new Draft("GET", own.server().http() + "/health", List.of(), NOTHING);
  }

  private Passage next() throws InterruptedException {
    return held.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private Passage last(Stage stage) throws InterruptedException {
    for (Passage passage = done.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        passage != null;
        passage = done.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      if (passage.stage() == stage) {
        return passage;
      }
    }
    throw new AssertionError("nothing came to " + stage);
  }

  private String basic(String name) {
    String password =
        own.server().people().stream()
            .filter(person -> person.id().equals(name))
            .flatMap(person -> person.secret("password").stream())
            .findFirst()
            .orElseThrow();
    return "Basic "
        + java.util.Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static <T> CompletableFuture<T> async(Callable<T> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(work.call());
              } catch (Exception wrong) {
                future.completeExceptionally(wrong);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return future;
  }
}

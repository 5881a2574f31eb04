package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every request can be seen and changed before it leaves, and is kept as it was sent. */
final class JournalTest {
  private static final Draft CALL =
      new Draft(
          "POST",
          "http://127.0.0.1/login",
          List.of(new Header("Content-Type", "text/plain")),
          "name=alice".getBytes(StandardCharsets.UTF_8));

  private final List<NextStep> seen = new ArrayList<>();

  private static Hop answered(String purpose, Draft draft) {
    byte[] none = new byte[0];
    return new Hop(
        purpose,
        Instant.EPOCH,
        draft,
        none,
        200,
        "",
        List.of(),
        none,
        none,
        Duration.ZERO,
        null,
        null);
  }

  private Journal journal(String text) {
    return new Journal(
        JournalTest::answered,
        step -> {
          seen.add(step);
          return DraftText.read(text, step.draft());
        });
  }

  @Test
  void whatSomebodyWritesIsSentInPlaceOfTheDraft() throws Exception {
    Journal journal = journal("PUT http://127.0.0.1/other\nX-Mine: a: b\n\nname=bob\n\nend");

    journal.send(Between.BY_HAND, "log in", CALL);

    Hop hop = journal.hops().get(0);
    assertThat(hop.between()).isEqualTo(Between.BY_HAND);
    assertThat(hop.request().method()).isEqualTo("PUT");
    assertThat(hop.request().url()).isEqualTo("http://127.0.0.1/other");
    assertThat(hop.request().headers()).containsExactly(new Header("X-Mine", "a: b"));
    assertThat(new String(hop.request().body(), StandardCharsets.UTF_8))
        .isEqualTo("name=bob\n\nend");
  }

  @Test
  void eachStepKnowsWhatCameBeforeIt() throws Exception {
    Journal journal = journal(DraftText.write(CALL));

    journal.send("log in", CALL);
    journal.send("the call", CALL);

    assertThat(seen).extracting(NextStep::number).containsExactly(1, 2);
    assertThat(seen.get(1).before()).extracting(Hop::purpose).containsExactly("log in");
    assertThat(seen.get(1).between()).isEqualTo(Between.CALL);
  }

  @Test
  void whatWasNotEditedStaysTheSameByteByByte() {
    Draft binary = new Draft("POST", "http://a", List.of(), new byte[] {(byte) 0xff, 0});

    assertThat(DraftText.read(DraftText.write(binary), binary)).isSameAs(binary);
  }

  @Test
  void whatCannotBeReadIsSaidInWords() {
    assertThatThrownBy(() -> DraftText.read("GET", CALL)).hasMessageContaining("first line");
    assertThatThrownBy(() -> DraftText.read("GET http://a\nno header", CALL))
        .hasMessageContaining("“no header” is no header line");
  }

  @Test
  void anEditedRequestStillShowsItsCertificate() {
    Draft showing = CALL.showing(ClientCertificate.selfSigned("alice"));

    Draft edited = DraftText.read(DraftText.write(showing.withHeader("X-Odd", "1")), showing);
    assertThat(edited.headers()).extracting("name").contains("X-Odd");
    assertThat(edited.certificate()).isEqualTo(showing.certificate());
  }
}

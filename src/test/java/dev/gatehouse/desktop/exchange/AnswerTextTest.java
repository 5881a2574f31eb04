package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A response as a text that can be edited. */
final class AnswerTextTest {

  private static Answer answer(byte[] body) {
    return new Answer(200, "OK", List.of(new Header("Content-Type", "text/calendar")), body);
  }

  @Test
  void statusAndHeadersCanBeChanged() {
    Answer answer = answer("hello".getBytes(StandardCharsets.UTF_8));
    String text = AnswerText.write(answer);

    Answer read = AnswerText.read(text.replace("200 OK", "404 Not Found") + "!", answer);

    assertThat(read.status()).isEqualTo(404);
    assertThat(read.reason()).isEqualTo("Not Found");
    assertThat(read.body()).asString().isEqualTo("hello!");
  }

  @Test
  void aBodyThatIsNoTextKeepsItsBytesWhateverIsWrittenAboveIt() {
    byte[] picture = {(byte) 0x89, 'P', (byte) 0xff, 0};
    Answer answer = answer(picture);

    Answer read = AnswerText.read(AnswerText.write(answer).replace("200", "203"), answer);

    assertThat(read.status()).isEqualTo(203);
    assertThat(read.body()).isEqualTo(picture);
  }

  @Test
  void linesThatEndInTwoCharactersStillDoSoAfterAnEdit() {
    Answer answer = answer("BEGIN:A\r\nEND:A\r\n".getBytes(StandardCharsets.UTF_8));
    String edited = AnswerText.write(answer).replace("\r\n", "\n").replace("END:A", "END:B");

    assertThat(AnswerText.read(edited, answer).body()).asString().isEqualTo("BEGIN:A\r\nEND:B\r\n");
  }

  @Test
  void whatIsNoStatusIsRefusedWithWhatToTry() {
    Answer answer = answer(new byte[0]);

    assertThatThrownBy(() -> AnswerText.read("HTTP/1.1 99 Odd", answer))
        .hasMessageContaining("from 200 to 599");
  }
}

package dev.gatehouse.desktop.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SendingTest {
  @Test
  void whatThePreviewShowsIsWhatTheServerReceived() {
    try (Workbench workbench = new Workbench(ServerOptions.onAnyPort())) {
      workbench.start();
      ComposeModel model = new Composing(workbench::send).model();
      model
          .factsProperty()
          .set(ServerFacts.of(workbench.server().orElseThrow(), workbench.base().orElseThrow()));
      model.headers().read("Accept: application/json\nx-Odd-Case: 1\nX-Odd-Case: 2");
      AtomicReference<Sent> sent = new AtomicReference<>();
      model.sending().listen(sent::set);

      model.send();

      assertThat(sent.get().exchange().last().record().request().headers())
          .containsExactlyElementsOf(
              model.previewProperty().get().lines().stream()
                  .map(RequestPreview.Line::header)
                  .toList());
    }
  }

  @Test
  void whatCannotBeSentIsSaidInWords() {
    Composing composing =
        new Composing(
            (type, values, call, review) -> {
              throw new CredentialException("There is no token yet.");
            });

    composing.model().send();

    assertThat(composing.model().sending().problemProperty().get())
        .isEqualTo("There is no token yet.");
    assertThat(composing.model().sending().runningProperty().get()).isFalse();
  }

  @Test
  void whatIsSentBeforeTheServerRunsIsSentOnceItDoes() {
    List<String> sent = new ArrayList<>();
    Composing composing =
        new Composing(
            (type, values, call, review) -> {
              sent.add(call.url());
              throw new CredentialException("sent");
            });
    ServerFacts facts = composing.model().factsProperty().get();
    composing.model().factsProperty().set(ServerFacts.none());

    composing.model().send();
    assertThat(sent).isEmpty();
    assertThat(composing.model().sending().problemProperty().get()).contains("not running yet");

    composing.model().factsProperty().set(facts);
    assertThat(sent).containsExactly(Composing.BASE + "/calendars/alice-work/events");
  }

  @Test
  void nothingIsSentBeforeItIsTime() {
    List<String> sent = new ArrayList<>();
    Composing composing =
        new Composing(
            (type, values, call, review) -> {
              sent.add(call.url());
              throw new CredentialException("sent");
            });
    composing.model().notYetProperty().set("Answer the question first");

    composing.model().send();
    assertThat(sent).isEmpty();

    composing.model().notYetProperty().set("");
    composing.model().send();
    assertThat(sent).hasSize(1);
  }
}

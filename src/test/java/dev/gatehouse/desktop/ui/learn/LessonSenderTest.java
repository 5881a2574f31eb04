package dev.gatehouse.desktop.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a lesson does to servers: to its own what the task wants, to the others nothing. */
final class LessonSenderTest {
  private static final String FREEBUSY_LEAKS = "freebusy-leaks";

  @Test
  void aLessonNeverWeakensTheServerThatOthersCall() throws Exception {
    try (Workbench workbench = new Workbench(ServerOptions.onAnyPort())) {
      workbench.start();
      GatehouseServer others = workbench.server().orElseThrow();
      List<Set<String>> switched = new ArrayList<>();
      others.weaknesses().listen(switched::add);
      OwnServer lessons = workbench.laboratory("lessons");

      Exchange exchange = ask(lessons, Set.of(FREEBUSY_LEAKS));

      assertThat(exchange.last().status()).isEqualTo(200);
      assertThat(lessons.server().weaknesses().on()).containsExactly(FREEBUSY_LEAKS);
      assertThat(switched).isEmpty();
      assertThat(others.weaknesses().on()).isEmpty();
    }
  }

  @Test
  void theNextTaskFindsTheServerWithoutTheWeaknessesOfTheLast() throws Exception {
    try (OwnServer lessons = OwnServer.start()) {
      ask(lessons, Set.of(FREEBUSY_LEAKS));
      ask(lessons, Set.of());

      assertThat(lessons.server().weaknesses().on()).isEmpty();
    }
  }

  private static Exchange ask(OwnServer lessons, Set<String> weaknesses) throws Exception {
    URI health = lessons.base().resolve("/health");
    return new LessonSender(() -> lessons, () -> weaknesses)
        .send(
            CredentialTypes.of("none").orElseThrow(),
            Map.of(),
            new Draft("GET", health.toString(), List.of(), new byte[0]),
            DraftReview.NONE);
  }
}

package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.AttackResult;
import dev.gatehouse.desktop.attack.AttackStep;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.ui.explain.ChecksView;
import dev.gatehouse.desktop.ui.explain.Headline;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What became of an attack on one server: in a word, check by check, and what was answered. */
final class AttackColumn extends VBox {
  private static final int ANSWER_CHARACTERS = 320;

  private final VerdictBanner banner = new VerdictBanner();
  private final ChecksView checks = new ChecksView();
  private final Label answer = new Label();
  private final Button explain = new Button("Explain in full");
  private @Nullable Exchange exchange;

  /**
   * A column.
   *
   * @param open shows an exchange in full
   */
  AttackColumn(String title, Consumer<Exchange> open) {
    getStyleClass().addAll(Styles.GAP_WIDE);
    answer.getStyleClass().add(Styles.CODE);
    answer.setWrapText(true);
    answer.setMinHeight(Region.USE_PREF_SIZE);
    // Both columns' banners have room for two lines, so that the rows below stand side by side.
    banner.getStyleClass().add("attack-verdict");
    explain.getStyleClass().add(Styles.LINK);
    explain.setOnAction(
        event -> {
          if (exchange != null) {
            open.accept(exchange);
          }
        });
    Card answered = Card.titled("Answer", "").withTools(explain).withBody(answer);
    getChildren().addAll(new SectionTitle(title), banner, checks, answered);
    setMinWidth(0);
  }

  /**
   * Shows what became of it.
   *
   * @param deciding the index of the step at which the two servers part
   * @param rules the policy's rules, to name those that were not reached
   */
  void show(AttackResult result, int deciding, List<Catalogue.Item> rules) {
    AttackStep step = result.steps().get(deciding);
    Optional<Hop> hop = hopOf(step);
    Optional<ExchangeRecord> decided = hop.flatMap(sent -> Optional.ofNullable(sent.record()));
    if (result.succeeded()) {
      banner.say(VerdictBanner.Kind.BAD, Feather.ALERT_TRIANGLE, result.said(), "");
    } else {
      String question =
          step.distrust()
              .map(CheckResult::question)
              .or(() -> decided.flatMap(Headline::question))
              .orElse(result.said());
      banner.say(VerdictBanner.Kind.GOOD, Feather.SHIELD, "Stopped", "at “" + question + "”");
    }
    checks.show(decided, step.examined(), rules);
    answer.setText(hop.map(AttackColumn::words).orElse("Nothing was sent."));
    List<Hop> hops = result.steps().stream().flatMap(one -> hopOf(one).stream()).toList();
    exchange = hops.isEmpty() ? null : new Exchange(hops);
    explain.setDisable(exchange == null);
  }

  /** The row of the check or rule that decided; empty while nothing was sent. */
  Optional<Node> deciding() {
    return checks.deciding();
  }

  private static Optional<Hop> hopOf(AttackStep step) {
    return Optional.ofNullable(step.hop());
  }

  private static String words(Hop hop) {
    String status =
        hop.status() == 0 ? String.valueOf(hop.error()) : hop.status() + " " + hop.reason();
    Stream<String> challenges =
        hop.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("WWW-Authenticate"))
            .filter(header -> header.value().contains("error="))
            .map(Header::value)
            .map(value -> "WWW-Authenticate: " + value);
    String body = new String(hop.body(), StandardCharsets.UTF_8).strip();
    String part =
        body.length() > ANSWER_CHARACTERS ? body.substring(0, ANSWER_CHARACTERS) + " …" : body;
    return String.join(
        "\n", Stream.of(Stream.of(status), challenges, Stream.of(part)).flatMap(s -> s).toList());
  }
}

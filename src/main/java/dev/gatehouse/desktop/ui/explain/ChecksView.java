package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The checks and rules of one exchange in a compact list, the deciding one highlighted. */
public final class ChecksView extends StackPane {
  private final StepList list = new StepList("Checks and rules in order", true, this::mark);

  private @Nullable Node deciding;

  /** An empty list. */
  public ChecksView() {
    getStylesheets()
        .add(
            Objects.requireNonNull(ChecksView.class.getResource("explain.css"), "explain.css")
                .toExternalForm());
    getStyleClass().add("checks-view");
    getChildren().setAll(Card.plain().withRows(list));
  }

  /**
   * Shows the checks and rules of this exchange.
   *
   * @param rules the policy's rules, to name those that were not reached
   */
  public void show(ExchangeRecord exchange, List<Catalogue.Item> rules) {
    draw(ExplanationModel.of(exchange, rules));
  }

  /** The row of the check or rule that decided; empty while there is none. */
  public Optional<Node> deciding() {
    return Optional.ofNullable(deciding);
  }

  /** Shows nothing. */
  public void clear() {
    list.show(List.of());
    deciding = null;
  }

  private void mark(Step step) {
    list.mark(step);
  }

  private void draw(ExplanationModel model) {
    ExplainedHop hop = model.hops().get(0);
    list.show(Stream.of(hop.authentication(), hop.authorization()).flatMap(List::stream).toList());
    deciding = list.mark(model.deciding()).orElse(null);
  }
}

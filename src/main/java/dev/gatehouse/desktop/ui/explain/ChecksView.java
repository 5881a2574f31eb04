package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.CheckResult;
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
   * Shows the checks and rules of this exchange, and what the caller then checked of the answer.
   *
   * @param exchange what the server recorded, if it was asked
   * @param examined by the caller, in order
   * @param rules the policy's rules, to name those that were not reached
   */
  public void show(
      Optional<ExchangeRecord> exchange, List<CheckResult> examined, List<Catalogue.Item> rules) {
    Optional<ExplanationModel> model = exchange.map(record -> ExplanationModel.of(record, rules));
    List<Step> own = CheckSteps.ofCaller(examined, 0);
    Stream<Step> ofServer =
        model.stream()
            .map(explained -> explained.hops().get(0))
            .flatMap(hop -> Stream.of(hop.authentication(), hop.authorization()))
            .flatMap(List::stream);
    list.show(Stream.concat(ofServer, own.stream()).toList());
    deciding =
        own.stream()
            .filter(step -> step.mark() != Mark.PASSED)
            .findFirst()
            .or(() -> model.map(ExplanationModel::deciding))
            .flatMap(list::mark)
            .orElse(null);
  }

  /** The row of the check or rule that decided; empty while there is none. */
  public Optional<Node> deciding() {
    return Optional.ofNullable(deciding);
  }

  private void mark(Step step) {
    list.mark(step);
  }
}

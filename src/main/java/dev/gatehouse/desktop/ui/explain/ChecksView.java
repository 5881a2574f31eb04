package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The checks and rules of one exchange in a compact list, the deciding one highlighted. */
public final class ChecksView extends VBox {
  /** Shows the checks and rules of this exchange. */
  public void show(ExchangeRecord exchange) {
    show(exchange, List.of());
  }

  /**
   * Shows the checks and rules of this exchange.
   *
   * @param rules the policy's rules, to name those that were not reached
   */
  public void show(ExchangeRecord exchange, List<Catalogue.Item> rules) {
    getChildren().clear();
    for (Step step : ExplanationModel.of(exchange, rules).steps()) {
      getChildren().add(new Label(step.spoken()));
    }
  }

  /** Shows nothing. */
  public void clear() {
    getChildren().clear();
  }
}

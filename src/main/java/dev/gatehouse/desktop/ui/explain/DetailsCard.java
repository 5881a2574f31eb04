package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.HeaderGlossary;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.SegmentedTabs;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Details of the selected step, and the messages of its hop. Only the tab that shows is kept up to
 * date: the others are filled when they are opened.
 */
final class DetailsCard {
  private final SegmentedTabs tabs = new SegmentedTabs();
  private final Card card;
  private final DetailView details;
  private final Map<String, Consumer<ExplainedHop>> fills = new HashMap<>();
  private @Nullable ExplainedHop hop;

  /**
   * An empty card.
   *
   * @param glossary says what header lines are for
   */
  DetailsCard(DetailView details, HeaderGlossary glossary, Background background) {
    this.details = details;
    MessageView request = new MessageView("request", glossary, background);
    MessageView response = new MessageView("response", glossary, background);
    RawView rawRequest = new RawView("request as sent", background);
    RawView rawResponse = new RawView("response as received", background);
    TimingView timing = new TimingView();
    tabs.tab("Details", () -> details);
    tab("Request", request, shown -> request.show(shown.sent()));
    tab("Response", response, shown -> response.show(shown.received()));
    tab("Raw request", rawRequest, shown -> rawRequest.show(shown.sent()));
    tab("Raw response", rawResponse, shown -> rawResponse.show(shown.received()));
    tab("Timing", timing, timing::show);
    tabs.selected().addListener((observable, before, now) -> fill());
    card = Card.tabbed(tabs);
    card.getStyleClass().add("details-card");
  }

  private void tab(String name, Node view, Consumer<ExplainedHop> fill) {
    tabs.tab(name, () -> view);
    fills.put(name, fill);
  }

  Card card() {
    return card;
  }

  /** Shows another step; the messages only if it belongs to another hop. */
  void show(Step selected, ExplainedHop of) {
    boolean otherHop = !of.equals(hop);
    hop = of;
    details.show(selected.detail());
    if (otherHop) {
      fill();
    }
  }

  private void fill() {
    @Nullable Consumer<ExplainedHop> fill = fills.get(tabs.selected().get());
    if (fill != null && hop != null) {
      fill.accept(hop);
    }
  }
}

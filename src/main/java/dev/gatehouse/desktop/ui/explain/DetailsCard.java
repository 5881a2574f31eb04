package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.HeaderGlossary;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.SegmentedTabs;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Details of the selected step, and the messages of its hop. Only the tab that shows is kept up to
 * date: the others are made and filled when they are opened.
 */
final class DetailsCard {
  private static final String DETAILS = "Details";
  private static final PseudoClass MESSAGE = PseudoClass.getPseudoClass("message");

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
    tabs.tab(DETAILS, () -> details);
    tab(
        "Request",
        () -> new MessageView("request", glossary, background),
        (view, shown) -> view.show(shown.sent()));
    tab(
        "Response",
        () -> new MessageView("response", glossary, background),
        (view, shown) -> view.show(shown.received()));
    tab(
        "Raw request",
        () -> new RawView("request as sent", background),
        (view, shown) -> view.show(shown.sent()));
    tab(
        "Raw response",
        () -> new RawView("response as received", background),
        (view, shown) -> view.show(shown.received()));
    tab("Timing", TimingView::new, TimingView::show);
    card = Card.tabbed(tabs);
    card.getStyleClass().add("details-card");
    tabs.selected()
        .addListener(
            (observable, before, now) -> {
              // A message is longer than a detail, and its lines are what it was opened for.
              card.pseudoClassStateChanged(MESSAGE, !now.equals(DETAILS));
              fill();
            });
  }

  private <V extends Node> void tab(
      String name, Supplier<V> maker, BiConsumer<V, ExplainedHop> fill) {
    tabs.tab(
        name,
        () -> {
          V view = maker.get();
          fills.put(name, shown -> fill.accept(view, shown));
          return view;
        });
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

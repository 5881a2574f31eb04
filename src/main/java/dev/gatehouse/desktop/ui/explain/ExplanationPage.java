package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.Scrolling;
import dev.gatehouse.desktop.ui.widget.UprightScroll;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * An explanation from top to bottom: verdict, diagram, cards, details. It scrolls where they do not
 * fit; in a page that scrolls by itself it is as tall as they are.
 */
final class ExplanationPage extends StackPane {
  /** How much of the height the diagram may take before it scrolls. */
  private static final double DIAGRAM_SHARE = 0.28;

  private final SequenceDiagram diagram;
  private final UprightScroll diagramScroll;
  private final VBox content;
  private final UprightScroll page;

  ExplanationPage(VerdictBanner banner, SequenceDiagram diagram, StepCards cards, Region details) {
    this.diagram = diagram;
    diagramScroll = new UprightScroll(diagram);
    diagramScroll.getStyleClass().addAll("step-scroll", "diagram-scroll");
    diagram
        .hiddenProperty()
        .bind(
            Bindings.createDoubleBinding(
                this::hidden,
                diagramScroll.vvalueProperty(),
                diagramScroll.viewportBoundsProperty(),
                diagram.heightProperty()));
    Card sequence = Card.plain().withRows(diagramScroll);
    sequence.setMinHeight(USE_PREF_SIZE);
    banner.setMinHeight(USE_PREF_SIZE);
    StepsAndDetails steps = new StepsAndDetails(cards, details);
    content = new VBox(banner, sequence, steps);
    content.getStyleClass().addAll(Styles.GAP_WIDE, "explanation-content");
    VBox.setVgrow(steps, Priority.ALWAYS);
    page = new UprightScroll(content);
    page.setFitToHeight(true);
    page.getStyleClass().add("step-scroll");
    flow(false);
  }

  /** Whether it is as tall as what is in it, or scrolls. */
  void flow(boolean on) {
    page.setContent(on ? null : content);
    getChildren().setAll(on ? content : page);
    if (on) {
      diagramScroll.maxHeightProperty().unbind();
      diagramScroll.setMaxHeight(USE_COMPUTED_SIZE);
    } else {
      diagramScroll
          .maxHeightProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> Math.max(getHeight() * DIAGRAM_SHARE, diagram.oneHop()),
                  heightProperty(),
                  diagram.heightProperty()));
    }
  }

  /** How much of the diagram is scrolled out of sight above what shows, in whole pixels. */
  private double hidden() {
    double beyond = diagram.getHeight() - diagramScroll.getViewportBounds().getHeight();
    return Math.round(Math.max(0, beyond) * diagramScroll.getVvalue());
  }

  /** Brings an arrow into sight, below the names that stay there. */
  void reveal(Node arrow) {
    Scrolling.reveal(diagramScroll, arrow, diagram::headHeight);
  }
}

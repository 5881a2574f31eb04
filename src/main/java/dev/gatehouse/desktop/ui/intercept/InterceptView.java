package dev.gatehouse.desktop.ui.intercept;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.intercept.Passage.Stage;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.TwoPanes;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What waits and passed at the left; the message, and what the server made of it, at the right. */
final class InterceptView extends StackPane implements Explained.View {
  private static final double ENOUGH_EM = 58;

  /** From here on a message stands beside what the server made of it, not above. */
  private static final double WIDE_EM = 95;

  private final ExplanationView explanation;
  private final MessagePane message;
  private final PassageList list;
  private final SplitPane both = new SplitPane();
  private final Label changes = new Label();
  private final Card changed =
      Card.titled("Changed on the way", "− as it came, + as it went on").withBody(changes);
  private final VBox happened = new VBox();
  private final StackPane right = new StackPane();
  private final TwoPanes panes;
  private @Nullable Hop explained;
  private boolean alone;

  /**
   * A view.
   *
   * @param em the size of text in pixels
   */
  InterceptView(InterceptModel model, ExplanationView explanation, ObservableDoubleValue em) {
    this.explanation = explanation;
    this.message = new MessagePane(model);
    changes.getStyleClass().add(Styles.CODE);
    changes.setId("changes");
    changes.setWrapText(true);
    changes.setMinHeight(Region.USE_PREF_SIZE);
    changed.setMinHeight(Region.USE_PREF_SIZE);
    happened.getStyleClass().add(Styles.GAP_WIDE);
    happened.setMinSize(0, 0);
    VBox.setVgrow(explanation, Priority.ALWAYS);
    both.getStyleClass().add("intercept-split");
    right.getStyleClass().addAll(Styles.PAGE, Styles.PADDED_DOUBLE, "intercept-right");
    right.setMinSize(0, 0);
    right
        .widthProperty()
        .addListener(
            (observable, before, now) ->
                both.setOrientation(
                    now.doubleValue() > WIDE_EM * em.get()
                        ? Orientation.HORIZONTAL
                        : Orientation.VERTICAL));
    both.setOrientation(Orientation.VERTICAL);
    list = new PassageList(model);
    panes = new TwoPanes(list, right, em, ENOUGH_EM);
    getChildren().setAll(panes);
    model.selected().addListener((observable, before, now) -> show(before, now));
    show(null, model.selected().get());
  }

  /** What explains what the server made of it. */
  @Override
  public ExplanationView explanation() {
    return explanation;
  }

  /** Hides the list, or shows it again. */
  @Override
  public void presenting(boolean on) {
    alone = on;
    panes.rightAlone(alone);
  }

  private void show(@Nullable Passage before, @Nullable Passage now) {
    if (now == null) {
      right.getChildren().setAll(nothing());
      return;
    }
    explain(now);
    if (now.held()) {
      message.show(now);
    }
    Node shown = happened;
    if (now.stage() == Stage.REQUEST_HELD) {
      shown = message;
    } else if (now.stage() == Stage.RESPONSE_HELD) {
      if (both.getItems().isEmpty() || !right.getChildren().contains(both)) {
        both.getItems().setAll(message, happened);
        both.setDividerPositions(0.45);
      }
      shown = both;
    } else if (now.stage() == Stage.WITH_SERVER) {
      shown = new EmptyState(Feather.CLOCK, "On its way", "The server has not answered yet.");
    } else if (now.hop() == null) {
      shown =
          new EmptyState(
              Feather.SLASH,
              "Dropped before it left",
              "The server has never seen this request. Whoever sent it was told that it was"
                  + " dropped.");
    }
    if (!shown.equals(both)) {
      both.getItems().clear();
    }
    boolean typing = message.isFocusWithin();
    right.getChildren().setAll(shown);
    if (typing && !now.held()) {
      // What had the keyboard is gone, and with it the keyboard would be anywhere in the window.
      list.focus();
    }
    boolean same =
        before != null && before.number() == now.number() && before.stage() == now.stage();
    if (now.held() && !same) {
      message.focus();
    }
  }

  private void explain(Passage passage) {
    String words = InterceptModel.changes(passage);
    changes.setText(words);
    happened.getChildren().setAll(explanation);
    if (!words.isEmpty()) {
      happened.getChildren().add(0, changed);
    }
    @Nullable Hop hop = passage.hop();
    if (hop != null && !hop.equals(explained)) {
      explanation.show(new Exchange(List.of(hop)));
    }
    explained = hop;
  }

  private static Node nothing() {
    return new EmptyState(
        Feather.PAUSE_CIRCLE,
        "Nothing is held",
        "A request that is held shows here before it leaves: read it, change anything, let it go,"
            + " and see which check of the server decided. Responses can be held the same way.");
  }
}

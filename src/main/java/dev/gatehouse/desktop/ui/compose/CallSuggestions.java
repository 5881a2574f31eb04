package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.workbench.ApiCall;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the API below the path field, those that fit what is written. Down opens and walks
 * through them, Enter takes one, Esc closes them.
 */
final class CallSuggestions {
  private static final int MOST = 9;
  private static final double FRAME = 4;
  private static final double WIDER = 2.2;

  private final TextField field;
  private final ComposeModel model;
  private final ListView<ApiCall> list = new ListView<>();
  private final Popup popup = new Popup();
  private boolean taking;

  private CallSuggestions(TextField field, ComposeModel model) {
    this.field = field;
    this.model = model;
    list.getStylesheets().add(ComposeSheet.url());
    list.getStyleClass().add("suggestions");
    list.setCellFactory(view -> new ChoiceCell());
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> list.getFixedCellSize() * Math.min(MOST, list.getItems().size()) + FRAME,
                list.fixedCellSizeProperty(),
                list.getItems()));
    list.setFocusTraversable(false);
    list.setOnMouseClicked(event -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.textProperty().addListener((observable, old, now) -> typed());
    field.setOnMouseClicked(event -> open(model.factsProperty().get().calls()));
    field.focusedProperty().addListener((observable, old, now) -> closeUnless(now));
    // What comes of what is sent is to be seen.
    model.sending().runningProperty().addListener((observable, old, now) -> closeUnless(!now));
  }

  /** Offers the calls below a field. */
  static void offer(TextField field, ComposeModel model) {
    CallSuggestions unused = new CallSuggestions(field, model);
    field.getProperties().put(CallSuggestions.class, unused);
  }

  private void closeUnless(boolean wanted) {
    if (!wanted) {
      popup.hide();
    }
  }

  private void typed() {
    if (field.isFocused() && !taking) {
      open(fitting());
    }
  }

  private List<ApiCall> fitting() {
    String written = field.getText().toLowerCase(Locale.ROOT);
    return model.factsProperty().get().calls().stream()
        .filter(
            choice ->
                choice.template().toLowerCase(Locale.ROOT).contains(written)
                    || choice.summary().toLowerCase(Locale.ROOT).contains(written))
        .toList();
  }

  private void open(List<ApiCall> choices) {
    if (choices.isEmpty() || field.getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(choices);
    list.getSelectionModel().clearSelection();
    Bounds place = field.localToScreen(field.getBoundsInLocal());
    list.setPrefWidth(place.getWidth() * WIDER);
    if (!popup.isShowing()) {
      popup.show(field, place.getMinX(), place.getMaxY() + 4);
    }
  }

  private void pressed(KeyEvent event) {
    KeyCode key = event.getCode();
    boolean plain = !event.isShortcutDown();
    if ((key == KeyCode.DOWN || key == KeyCode.UP) && plain) {
      walk(key == KeyCode.DOWN ? 1 : -1);
      event.consume();
    } else if (key == KeyCode.ENTER && plain && popup.isShowing() && chosen() != null) {
      take();
      event.consume();
    } else if (key == KeyCode.ESCAPE && popup.isShowing()) {
      popup.hide();
      event.consume();
    } else if (key == KeyCode.ENTER) {
      // None of them was chosen.
      popup.hide();
    }
  }

  private void walk(int by) {
    if (!popup.isShowing()) {
      open(model.factsProperty().get().calls());
      return;
    }
    int last = list.getItems().size() - 1;
    int index = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + by));
    list.getSelectionModel().select(index);
    list.scrollTo(index);
  }

  private @Nullable ApiCall chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void take() {
    @Nullable ApiCall choice = chosen();
    if (choice == null) {
      return;
    }
    taking = true;
    model.choose(choice);
    field.positionCaret(field.getLength());
    taking = false;
    popup.hide();
  }

  /** {@code GET /me Who am I?}. */
  private static final class ChoiceCell extends ListCell<ApiCall> {
    private final Label method = new Label();
    private final Label path = new Label();
    private final Label summary = new Label();
    private final HBox line = new HBox(method, path, summary);

    ChoiceCell() {
      method.getStyleClass().addAll(Styles.CODE, Styles.ACCENT, "choice-method");
      path.getStyleClass().add(Styles.CODE);
      path.setMinWidth(Region.USE_PREF_SIZE);
      summary.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
      line.getStyleClass().addAll(Styles.GAP, "choice");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ApiCall item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      method.setText(item.method());
      path.setText(item.template());
      summary.setText(item.summary());
      setGraphic(line);
    }
  }
}

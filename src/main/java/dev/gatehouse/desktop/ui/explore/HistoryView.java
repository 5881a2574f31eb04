package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Everything that was sent, to be searched, looked at again, and sent again. Enter edits what is
 * selected, Esc goes back to composing.
 */
final class HistoryView extends VBox {
  /** What can be done from here. */
  interface Actions {
    /** Shows what came of it. */
    void show(HistoryEntry entry);

    /** Composes it again, to be changed before it is sent. */
    void edit(HistoryEntry entry);

    /** Sends it again as it was. */
    void repeat(HistoryEntry entry);

    /** Goes back to composing. */
    void back();
  }

  private final HistoryModel model;
  private final Actions actions;
  private final TextField search = new TextField();
  private final ListView<HistoryEntry> list = new ListView<>();

  HistoryView(HistoryModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().addAll("compose", Styles.GAP_WIDE);
    search.setPromptText("Search: GET, 401, jwt.signature …");
    search.setId("history-search");
    search.setAccessibleText("Search what was sent");
    search.textProperty().bindBidirectional(model.searchProperty());
    search.setOnAction(event -> selectFirst());
    list.setId("history-list");
    list.setItems(model.entries());
    list.setCellFactory(view -> new HistoryCell());
    list.setPlaceholder(nothing());
    list.getStyleClass().add("history-list");
    list.setAccessibleText("What was sent, newest first");
    list.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> selected(now));
    list.setOnMouseClicked(event -> clicked(event.getClickCount()));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title(), search, list, buttons());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Called when it comes to the front. */
  void shown() {
    search.requestFocus();
  }

  private Node title() {
    Label count = new Label();
    count.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.entries().size() + " of " + model.size(), model.entries()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button back = new Button("Back to compose");
    back.getStyleClass().addAll(Styles.LINK, Styles.SMALL);
    back.setOnAction(event -> actions.back());
    HBox title = new HBox(new SectionTitle("History"), count, space, back);
    title.getStyleClass().addAll(Styles.GAP, "compose-title");
    return title;
  }

  private Node nothing() {
    return new EmptyState(
        Feather.CLOCK,
        "Nothing here",
        "What you send is kept here until the program ends. If you searched, try fewer words.");
  }

  private Node buttons() {
    Button edit = new Button("Edit and resend");
    edit.setId("edit-and-resend");
    edit.getStyleClass().add(Styles.PRIMARY);
    edit.setOnAction(event -> withSelected(actions::edit));
    Button repeat = new Button("Send again");
    repeat.setId("send-again");
    repeat.setOnAction(event -> withSelected(actions::repeat));
    HBox row = new HBox(edit, repeat);
    row.getStyleClass().add(Styles.GAP);
    for (Button button : new Button[] {edit, repeat}) {
      button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    return row;
  }

  private void selected(@Nullable HistoryEntry entry) {
    if (entry != null) {
      actions.show(entry);
    }
  }

  private void clicked(int times) {
    if (times == 2) {
      withSelected(actions::edit);
    }
  }

  private void selectFirst() {
    list.requestFocus();
    list.getSelectionModel().selectFirst();
  }

  private void withSelected(Consumer<HistoryEntry> action) {
    @Nullable HistoryEntry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      action.accept(entry);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      actions.back();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && list.isFocused()) {
      withSelected(actions::edit);
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
      selectFirst();
      event.consume();
    }
  }
}

package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of exchanges, with a filter above it. */
final class TrafficList extends VBox {
  private final ListView<ExchangeRecord> list;
  private final TextField filter = new TextField();

  /**
   * A list.
   *
   * @param chosen called with the exchange that was selected
   * @param cleared called when everything is to be forgotten
   * @param empty stands in the place of the list while there is nothing at all
   */
  TrafficList(TrafficModel model, Consumer<ExchangeRecord> chosen, Runnable cleared, Node empty) {
    getStyleClass().addAll(Styles.SIDE, Styles.GAP_WIDE, "traffic-list");
    filter.setPromptText("Filter: path, status, person, check…");
    filter.setAccessibleText("Filter exchanges");
    filter.setId("traffic-filter");
    filter.textProperty().bindBidirectional(model.filter());
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(model), model.all(), model.shown(), model.holding(), model.paused()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ToggleButton pause = new ToggleButton("Pause");
    pause.setId("traffic-pause");
    pause.getStyleClass().add(Styles.SMALL);
    pause.selectedProperty().bindBidirectional(model.paused());
    pause.textProperty().bind(Bindings.when(model.paused()).then("Go on").otherwise("Pause"));
    Button clear = new Button("Clear");
    clear.setId("traffic-clear");
    clear.getStyleClass().add(Styles.SMALL);
    clear.setOnAction(event -> cleared.run());
    HBox tools = new HBox(title, space, pause, clear);
    tools.getStyleClass().addAll(Styles.GAP, "traffic-tools");
    list = new ListView<>(model.shown());
    list.setId("traffic-exchanges");
    list.setAccessibleText("Exchanges, the newest first");
    list.setCellFactory(view -> new TrafficCell(ZoneId.systemDefault()));
    list.setPlaceholder(
        new EmptyState(Feather.SEARCH, "Nothing fits the filter", "Try another word."));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != null) {
                chosen.accept(now);
              }
            });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::beginAtTheTop);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(empty, Priority.ALWAYS);
    list.visibleProperty().bind(Bindings.isNotEmpty(model.all()));
    list.managedProperty().bind(list.visibleProperty());
    empty.visibleProperty().bind(Bindings.isEmpty(model.all()));
    empty.managedProperty().bind(empty.visibleProperty());
    getChildren().setAll(tools, filter, list, empty);
  }

  private static String title(TrafficModel model) {
    int all = model.all().size();
    int shown = model.shown().size();
    String count = shown == all ? String.format(Locale.ROOT, "%,d", all) : shown + " of " + all;
    String text = "TRAFFIC · " + count;
    if (!model.paused().get()) {
      return text;
    }
    int held = model.holding().get();
    return text + (held == 0 ? " · PAUSED" : " · PAUSED, " + held + " NEW");
  }

  /** The first press of an arrow key selects the first exchange, not the second. */
  private void beginAtTheTop(KeyEvent event) {
    boolean arrow = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
    if (arrow && list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
      event.consume();
    }
  }

  /** Puts the keyboard into the filter. */
  void find() {
    filter.requestFocus();
    filter.selectAll();
  }
}

package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.repeat.Attempt;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What came of each request, to be sorted by any column. */
final class AttemptTable extends TableView<Attempt> {
  AttemptTable(ObservableList<Attempt> attempts) {
    SortedList<Attempt> sorted = new SortedList<>(attempts);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setId("repeat-results");
    setAccessibleText("What came of each request");
    getStyleClass().add("attempts");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    add("#", 4, Attempt::number, number -> String.valueOf(number), "numbers");
    add("Value", 14, Attempt::value, value -> value, Styles.CODE);
    TableColumn<Attempt, Integer> status = add("Status", 12, Attempt::status, s -> "", "");
    status.setCellFactory(column -> new StatusCell());
    add("Stopped by", 14, Attempt::stoppedBy, id -> id, Styles.CODE);
    add("Bytes", 6, Attempt::length, bytes -> String.valueOf(bytes), "numbers");
    add(
        "Time",
        6,
        attempt -> attempt.took().toNanos() / 1_000,
        micros -> Texts.time(micros),
        "numbers");
  }

  private <T extends Comparable<T>> TableColumn<Attempt, T> add(
      String name,
      double width,
      Function<Attempt, T> value,
      Function<T, String> words,
      String style) {
    TableColumn<Attempt, T> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        all ->
            new TableCell<>() {
              {
                if (!style.isEmpty()) {
                  getStyleClass().add(style);
                }
              }

              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
              }
            });
    column.setPrefWidth(width * 14);
    getColumns().add(column);
    return column;
  }

  /** The status in numbers and words, with an icon for whether it was let in. */
  private static final class StatusCell extends TableCell<Attempt, Integer> {
    @Override
    protected void updateItem(@Nullable Integer status, boolean empty) {
      super.updateItem(status, empty);
      @Nullable Attempt attempt = empty ? null : getTableRow().getItem();
      if (attempt == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(attempt.status() == 0 ? attempt.words() : attempt.status() + " " + attempt.words());
      setGraphic(
          attempt.letIn()
              ? Icons.of(Feather.CHECK, Styles.PASSED)
              : Icons.of(Feather.X, Styles.FAILED));
    }
  }
}

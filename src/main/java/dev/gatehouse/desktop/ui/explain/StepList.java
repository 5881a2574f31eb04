package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.widget.ReusedRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;

/** Steps below each other, their words and remarks in columns. */
final class StepList extends VBox {
  /** A remark is worth showing from this width on; a longer one ends in an ellipsis. */
  private static final double REMARK_EMS = 9;

  private final boolean judged;
  private final Consumer<Step> chosen;
  private boolean worded;
  private boolean kept;
  private final ReusedRows<Step, StepRow> rows =
      new ReusedRows<>(this, this::row, (row, step) -> row.show(step, worded, kept));

  /**
   * An empty list.
   *
   * @param name for screen readers
   * @param judged whether each row has an outcome, which is then written at its end
   * @param chosen called when a row is clicked
   */
  StepList(String name, boolean judged, Consumer<Step> chosen) {
    this.judged = judged;
    this.chosen = chosen;
    getStyleClass().add("step-list");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(name);
    setFillWidth(true);
  }

  void show(List<Step> steps) {
    // Where nothing was reached, it is said once, in the header.
    worded = judged && !steps.stream().allMatch(StepList::unasked);
    // Of what is still to come there is nothing to say but who demands it.
    kept = !judged || steps.stream().allMatch(step -> step.mark() == Mark.PENDING);
    rows.show(steps);
  }

  private StepRow row(Step step) {
    StepRow row = new StepRow(step, worded, kept);
    row.setOnMousePressed(
        event -> {
          row.requestFocus();
          chosen.accept(row.step());
        });
    return row;
  }

  /** Marks the row of this step, if it is here. */
  Optional<StepRow> mark(Step selected) {
    rows.rows().forEach(row -> row.choose(row.step().equals(selected)));
    return rows.rows().stream().filter(row -> row.step().equals(selected)).findFirst();
  }

  @Override
  protected void layoutChildren() {
    double words = widest(StepRow::wordWidth);
    double room = getWidth() - widest(StepRow::titleWidth) - words;
    double needed = Math.min(widest(StepRow::remarkWidth), REMARK_EMS * widest(StepRow::em));
    rows.rows().forEach(row -> row.align(kept || room >= needed, words));
    super.layoutChildren();
  }

  private static boolean unasked(Step step) {
    return step.mark() == Mark.NOT_REACHED || step.mark() == Mark.PENDING;
  }

  private double widest(ToDoubleFunction<StepRow> width) {
    return rows.rows().stream().mapToDouble(width).max().orElse(0);
  }
}

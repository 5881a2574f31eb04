package dev.gatehouse.desktop.ui.widget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * One row for each of some things, below each other. Rows are used again when other things are
 * shown: making them anew would take most of the time that this takes.
 *
 * @param <T> what a row shows
 * @param <N> the row
 */
public final class ReusedRows<T, N extends Node> {
  private final Pane pane;
  private final Function<T, N> maker;
  private final BiConsumer<N, T> filler;
  private final List<N> rows = new ArrayList<>();

  /**
   * No rows.
   *
   * @param pane where they stand; nothing else stands there
   * @param maker makes one that shows something
   * @param filler shows something in one, in place of what it showed before
   */
  public ReusedRows(Pane pane, Function<T, N> maker, BiConsumer<N, T> filler) {
    this.pane = pane;
    this.maker = maker;
    this.filler = filler;
  }

  /** Shows these things instead. */
  public void show(List<T> things) {
    if (rows.size() > things.size()) {
      rows.subList(things.size(), rows.size()).clear();
      pane.getChildren().remove(things.size(), pane.getChildren().size());
    }
    for (int i = 0; i < things.size(); i++) {
      if (i < rows.size()) {
        filler.accept(rows.get(i), things.get(i));
      } else {
        N row = maker.apply(things.get(i));
        rows.add(row);
        pane.getChildren().add(row);
      }
    }
  }

  /** The rows that show, in order. */
  public List<N> rows() {
    return Collections.unmodifiableList(rows);
  }
}

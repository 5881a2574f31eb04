package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CodeText;
import dev.gatehouse.desktop.ui.widget.Syntax;
import dev.gatehouse.desktop.ui.widget.Texts;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A text of any size: its first part in colour, the whole only when asked for and then line by
 * line. Texts are made in the background, for they may be large.
 */
final class LongText extends VBox {
  /** How many characters show at first. */
  static final int FIRST = 12_000;

  /** Makes a text of at most so many characters. */
  @FunctionalInterface
  interface Maker {
    /** The beginning of the text, or the whole if {@code limit} is beyond its end. */
    String make(int limit) throws Exception;
  }

  private record Part(String text, boolean whole) {}

  private final Background background;
  private final CodeText first;
  private final Label remark = new Label();
  private final Button all = new Button("Show all");
  private final HBox more = new HBox(remark, all);
  private Background.@Nullable Job job;

  /**
   * An empty text.
   *
   * @param name what it is, for screen readers
   */
  LongText(String name, Syntax syntax, Background background) {
    this.background = background;
    first = CodeText.readOnly(name, syntax);
    getStyleClass().add("long-text");
    more.getStyleClass().addAll(Styles.GAP, "long-text-more");
    remark.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
    all.getStyleClass().add(Styles.LINK);
    VBox.setVgrow(first, Priority.ALWAYS);
  }

  /** Shows the beginning of a text. */
  void show(Maker maker) {
    cancel();
    all.setOnAction(event -> showAll(maker));
    job = background.call(firstPart(maker), this::showFirst, this::fail);
  }

  /** Shows lines that are made when looked at. */
  void show(LazyLines lines) {
    cancel();
    getChildren().setAll(list(lines));
  }

  /** Shows nothing, and lets go of what was shown. */
  void clear() {
    cancel();
    first.setText("");
    getChildren().clear();
  }

  private static Callable<Part> firstPart(Maker maker) {
    return () -> {
      String text = maker.make(FIRST + 1);
      boolean whole = text.length() <= FIRST;
      return new Part(whole ? text : text.substring(0, FIRST), whole);
    };
  }

  private void showFirst(Part part) {
    first.setText(part.text());
    getChildren().setAll(first);
    if (!part.whole()) {
      remark.setText("The first " + Texts.size(part.text().length()) + " are shown.");
      all.setDisable(false);
      getChildren().add(more);
    }
  }

  private void showAll(Maker maker) {
    remark.setText("Making the whole text…");
    all.setDisable(true);
    job =
        background.call(
            () -> LazyLines.of(maker.make(Integer.MAX_VALUE)),
            lines -> getChildren().setAll(list(lines)),
            this::fail);
  }

  private void fail(Throwable wrong) {
    Label failed = new Label("This text cannot be shown: " + wrong.getMessage());
    failed.setWrapText(true);
    getChildren().setAll(failed);
  }

  private void cancel() {
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private static Node list(LazyLines lines) {
    ListView<String> view = new ListView<>(lines);
    view.getStyleClass().addAll("lines", Styles.CODE);
    view.setAccessibleText(lines.size() + " lines");
    VBox.setVgrow(view, Priority.ALWAYS);
    return view;
  }
}

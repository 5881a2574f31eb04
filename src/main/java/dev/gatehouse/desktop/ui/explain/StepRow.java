package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A check, a rule or a line on the response: icon, question, remark, word. The question comes
 * first: a remark that keeps no room shows only where the whole list has room for it, and the
 * question breaks into a second line before it is cut.
 */
final class StepRow extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double ICON_EMS = 1.2;
  private static final double GAP_EMS = 0.6;

  /** The most room that a remark keeps. */
  private static final double KEPT_EMS = 12;

  private final Label title = new Label();
  private final Label remark = new Label();
  private final Label word = new Label();
  private Step step;
  private Text icon;
  private boolean remarked;
  private boolean kept;
  private double wordColumn;

  /**
   * A row.
   *
   * @param worded whether the outcome is written at its end
   * @param kept whether the remark keeps its room, so that the question breaks before it is cut
   */
  StepRow(Step step, boolean worded, boolean kept) {
    this.step = step;
    this.icon = Marks.icon(step.mark());
    getStyleClass().addAll(Styles.ROW, "step-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    title.setWrapText(true);
    remark.setEllipsisString("…");
    getChildren().addAll(icon, title, remark, word);
    show(step, worded, kept);
  }

  /** Shows a step in place of the one before. */
  void show(Step other, boolean worded, boolean keepRemark) {
    Mark before = step.mark();
    step = other;
    kept = keepRemark;
    setAccessibleText(step.spoken());
    title.setText(step.title());
    String from = step.detail().source();
    remark.setText(step.note().isEmpty() ? from : step.note());
    word.setText(worded ? step.mark().word() : "");
    Tip.on(this, from);
    if (before != step.mark()) {
      icon = Marks.icon(step.mark());
      getChildren().set(0, icon);
    }
    boolean open = step.mark() == Mark.NOT_REACHED || step.mark() == Mark.PENDING;
    dress(title, open ? List.of(Styles.QUIET) : List.of());
    dress(word, List.of(Styles.SMALL, Marks.style(step.mark())));
    dress(
        remark,
        step.detail().challenges().isEmpty()
            ? List.of(Styles.SMALL, Styles.QUIET)
            : List.of(Styles.SMALL, Styles.QUIET, Styles.ACCENT));
  }

  /** The style classes besides the one that every label has. */
  private static void dress(Label label, List<String> styles) {
    List<String> all = Stream.concat(Stream.of("label"), styles.stream()).toList();
    if (!label.getStyleClass().equals(all)) {
      label.getStyleClass().setAll(all);
    }
  }

  Step step() {
    return step;
  }

  /** What everything but the remark and the word would like to have, in pixels. */
  double titleWidth() {
    Insets insets = getInsets();
    return insets.getLeft() + insets.getRight() + titleStart() + title.prefWidth(-1);
  }

  /** What the remark would like to have with the gap before it, in pixels. */
  double remarkWidth() {
    return remark.getText().isEmpty() ? 0 : remark.prefWidth(-1) + gap();
  }

  /** What the word would like to have with the gap before it, in pixels. */
  double wordWidth() {
    return word.getText().isEmpty() ? 0 : word.prefWidth(-1) + gap();
  }

  /** Aligns the end of the row with its neighbours. */
  void align(boolean withRemark, double widthOfWords) {
    if (remarked != withRemark || wordColumn != widthOfWords) {
      remarked = withRemark;
      wordColumn = widthOfWords;
      remark.setVisible(withRemark);
      requestLayout();
    }
  }

  void choose(boolean on) {
    pseudoClassStateChanged(SELECTED, on);
    setFocusTraversable(on);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return titleWidth() + wordWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double room = width < 0 ? -1 : titleRoom(width);
    return insets.getTop() + title.prefHeight(room) + insets.getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double top = insets.getTop();
    double height = getHeight() - top - insets.getBottom();
    double left = insets.getLeft();
    double right = getWidth() - insets.getRight();
    double titleWidth = Math.min(title.prefWidth(-1), titleRoom(getWidth()));
    layoutInArea(icon, left, top, em() * ICON_EMS, height, 0, HPos.LEFT, VPos.CENTER);
    double x = left + titleStart();
    layoutInArea(title, x, top, titleWidth, height, 0, HPos.LEFT, VPos.CENTER);
    double wordWidth = word.getText().isEmpty() ? 0 : word.prefWidth(-1);
    layoutInArea(word, right - wordWidth, top, wordWidth, height, 0, HPos.RIGHT, VPos.CENTER);
    double wordStart = right - wordColumn;
    if (remarked) {
      double start = x + titleWidth + gap();
      double room = Math.max(0, wordStart - start);
      layoutInArea(remark, start, top, room, height, 0, HPos.RIGHT, VPos.CENTER);
    }
  }

  private double titleRoom(double width) {
    Insets insets = getInsets();
    return Math.max(
        em() * 4,
        width - insets.getLeft() - insets.getRight() - titleStart() - wordWidth() - keptWidth());
  }

  private double keptWidth() {
    return kept ? Math.min(remarkWidth(), em() * KEPT_EMS) : 0;
  }

  private double titleStart() {
    return em() * (ICON_EMS + GAP_EMS);
  }

  private double gap() {
    return em() * GAP_EMS;
  }

  /** The size of its text in pixels. */
  double em() {
    return title.getFont().getSize();
  }
}

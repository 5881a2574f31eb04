package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One arrow from lane to lane: its number, what it carries, and the line below. */
final class ArrowRow extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** The least that is shown of the telling. */
  private static final double TELLING_EMS = 6;

  private final int position;
  private final boolean toTheRight;
  private final Label number;
  private final Label title = new Label();
  private final Label telling = new Label();
  private Step step;
  private double begin;
  private double end = -1;
  private final Region line = new Region();
  private final Region head = new Region();

  /**
   * An arrow.
   *
   * @param position its number among all arrows, from 1
   * @param toTheRight whether it goes from the caller to the server
   * @param amongMany whether other lanes run behind its text
   */
  ArrowRow(Step step, int position, boolean toTheRight, boolean amongMany) {
    this.step = step;
    this.position = position;
    this.toTheRight = toTheRight;
    number = new Label(Integer.toString(position));
    number.getStyleClass().add("arrow-number");
    title.getStyleClass().addAll(Styles.CODE, "arrow-title");
    telling.getStyleClass().addAll(Styles.CODE, Styles.QUIET);
    title.setEllipsisString("…");
    telling.setEllipsisString("…");
    line.getStyleClass().add("arrow-line");
    head.getStyleClass().addAll("arrow-head", toTheRight ? "to-right" : "to-left");
    getStyleClass().addAll("arrow", colour(step));
    if (amongMany) {
      title.getStyleClass().add("over-lanes");
      telling.getStyleClass().add("over-lanes");
    }
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getChildren().addAll(number, title, telling, line, head);
    show(step);
  }

  /** Shows another step of the same way in place of the one before. */
  void show(Step other) {
    if (!colour(step).equals(colour(other))) {
      getStyleClass().remove(colour(step));
      getStyleClass().add(colour(other));
    }
    step = other;
    title.setText(step.title());
    telling.setText(step.note());
    String way = step.part() == Step.Part.REQUEST ? "request" : "response";
    setAccessibleText("Arrow " + position + ", " + way + ": " + step.spoken());
  }

  private static String colour(Step step) {
    return switch (step.mark()) {
      case NOTE -> "sent";
      case PENDING -> "pending";
      default -> Marks.style(step.mark());
    };
  }

  Step step() {
    return step;
  }

  void choose(boolean on) {
    pseudoClassStateChanged(SELECTED, on);
    setFocusTraversable(on);
  }

  /** From where to where the line runs, in pixels from the left of this row. */
  void span(double from, double to) {
    begin = from;
    end = to;
    requestLayout();
  }

  /** Where the line runs, in pixels below the top of this row. */
  double lineOffset() {
    return snappedTopInset() + textHeight() + em() * 0.25;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(lineOffset() + em() * 0.65);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em() * 20;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double gap = em() * 0.6;
    double top = snappedTopInset();
    double height = textHeight();
    double room = width - em() * 2;
    double numberWidth = Math.max(number.minWidth(-1), number.prefWidth(-1));
    double texts = room - numberWidth - 2 * gap;
    double titleWanted = title.prefWidth(-1);
    // The title first; a few letters of the rest would tell nothing.
    double titleWidth = Math.max(0, Math.min(titleWanted, texts));
    double tellingWidth = Math.min(telling.prefWidth(-1), texts - titleWidth);
    boolean told = tellingWidth >= Math.min(telling.prefWidth(-1), TELLING_EMS * em());
    telling.setVisible(told);
    tellingWidth = told ? Math.max(0, tellingWidth) : 0;
    double used = numberWidth + titleWidth + tellingWidth + 2 * gap;
    double middle = (begin + lineEnd()) / 2;
    double x = snapPositionX(Math.max(0, Math.min(width - used, middle - used / 2)));
    layoutInArea(number, x, top, numberWidth, height, 0, HPos.LEFT, VPos.CENTER);
    x += numberWidth + gap;
    layoutInArea(title, x, top, titleWidth, height, 0, HPos.LEFT, VPos.CENTER);
    x += titleWidth + gap;
    layoutInArea(telling, x, top, tellingWidth, height, 0, HPos.LEFT, VPos.CENTER);
    double y = snapPositionY(lineOffset());
    line.resizeRelocate(begin, y - 1, lineEnd() - begin, 2);
    double size = snapSizeX(em() * 0.65);
    head.resizeRelocate(toTheRight ? lineEnd() - size : begin, y - size / 2, size, size);
  }

  private double lineEnd() {
    return end < 0 ? getWidth() : end;
  }

  private double textHeight() {
    return snapSizeY(Math.max(title.prefHeight(-1), number.minHeight(-1)));
  }

  private double em() {
    return title.getFont().getSize();
  }
}

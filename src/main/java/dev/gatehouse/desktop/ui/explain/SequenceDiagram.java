package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Lane;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Who said what to whom: a lane for each party, a pair of arrows for each hop. */
final class SequenceDiagram extends Region {
  private static final double LANE_INSET = 0.11;
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

  private static final PseudoClass OVER_ARROWS = PseudoClass.getPseudoClass("over-arrows");

  private static final int WITH_ICONS = 4;
  private static final double LANE_EMS = 12;
  private static final double WIDER_INSET = 0.125;
  private static final double BETWEEN_NAMES = 6;

  private final Consumer<Step> chosen;
  private final List<Lane> parties = new ArrayList<>();
  private final List<Between> hops = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final Region head = styled("lane-head");
  private final DoubleProperty hidden = new SimpleDoubleProperty(this, "hidden");
  private final List<Region> lanes = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private final List<Label> times = new ArrayList<>();
  private final List<Label> purposes = new ArrayList<>();
  private final List<ArrowRow> arrows = new ArrayList<>();
  private List<String> called = List.of();

  /**
   * An empty diagram.
   *
   * @param chosen called when an arrow is clicked
   */
  SequenceDiagram(Consumer<Step> chosen) {
    this.chosen = chosen;
    getStyleClass().add("sequence");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText("Requests and responses in order");
    head.setMouseTransparent(true);
    head.translateYProperty().bind(hidden);
    hidden.addListener(
        (observable, before, now) ->
            head.pseudoClassStateChanged(OVER_ARROWS, now.doubleValue() > 0));
  }

  void show(ExplanationModel model) {
    List<Between> ways = model.hops().stream().map(ExplainedHop::between).toList();
    // Most answers come the way of the one before: then only words change.
    if (!called.equals(model.lanes()) || !parties.equals(model.parties()) || !hops.equals(ways)) {
      build(model);
    }
    for (int i = 0; i < model.hops().size(); i++) {
      ExplainedHop hop = model.hops().get(i);
      Label time = times.get(i);
      time.setText(hop.record() == null ? "" : Texts.time(hop.record().micros()));
      time.setAccessibleText("time in the server: " + time.getText());
      purposes.get(i).setText(model.hops().size() > 1 ? hop.purpose() : "");
      arrows.get(2 * i).show(hop.request());
      arrows.get(2 * i + 1).show(hop.answer());
    }
  }

  private void build(ExplanationModel model) {
    called = model.lanes();
    names.clear();
    lanes.clear();
    bars.clear();
    times.clear();
    purposes.clear();
    arrows.clear();
    parties.clear();
    parties.addAll(model.parties());
    hops.clear();
    model.hops().forEach(hop -> hops.add(hop.between()));
    for (String name : model.lanes()) {
      Label label = new Label(name);
      label.setGraphic(Icons.of(icon(model.parties().get(names.size())), Styles.QUIET));
      label.getStyleClass().addAll(Styles.STRONG, "lane-name");
      label.translateYProperty().bind(hidden);
      names.add(label);
      lanes.add(styled("lane"));
    }
    for (ExplainedHop hop : model.hops()) {
      bars.add(styled("lane-bar"));
      Label time = new Label();
      time.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
      times.add(time);
      Label purpose = new Label();
      purpose.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
      purpose.setWrapText(true);
      purposes.add(purpose);
      boolean toTheRight = at(hop.between().from()) < at(hop.between().to());
      arrow(hop.request(), toTheRight);
      arrow(hop.answer(), !toTheRight);
    }
    getChildren().setAll(lanes);
    getChildren().addAll(bars);
    getChildren().addAll(times);
    getChildren().addAll(purposes);
    getChildren().addAll(arrows);
    getChildren().add(head);
    getChildren().addAll(names);
  }

  /** Among many parties the names need the room of their icons. */
  private void dressNames() {
    boolean tight =
        names.size() > WITH_ICONS
            && getWidth() < names.size() * LANE_EMS * names.get(0).getFont().getSize();
    names.forEach(
        name -> name.setContentDisplay(tight ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT));
  }

  /** How much of its top is scrolled out of sight, in pixels: the names stay below that. */
  DoubleProperty hiddenProperty() {
    return hidden;
  }

  /** How tall the names are that stay in sight, in pixels. */
  double headHeight() {
    return snappedTopInset() + nameHeight();
  }

  private int at(Lane lane) {
    return parties.indexOf(lane);
  }

  private Feather icon(Lane lane) {
    return switch (lane) {
      case YOU -> Feather.USER;
      case BROWSER -> Feather.GLOBE;
      case CLIENT ->
          parties.size() == 2 && parties.contains(Lane.API) ? Feather.USER : Feather.MONITOR;
      case AUTHORIZATION_SERVER -> Feather.KEY;
      case API -> Feather.SERVER;
    };
  }

  private void arrow(Step step, boolean toTheRight) {
    ArrowRow row = new ArrowRow(step, arrows.size() + 1, toTheRight, parties.size() > 2);
    row.setOnMousePressed(
        event -> {
          row.requestFocus();
          chosen.accept(row.step());
        });
    arrows.add(row);
  }

  private static Region styled(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    return region;
  }

  /** Marks the hop whose checks show, and returns its last arrow. */
  ArrowRow markHop(int hop) {
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).pseudoClassStateChanged(SHOWN, i == hop && bars.size() > 1);
    }
    return arrows.get(hop * 2 + 1);
  }

  /** Marks the arrow of this step, if it is one. */
  Optional<ArrowRow> mark(Step selected) {
    arrows.forEach(arrow -> arrow.choose(arrow.step().equals(selected)));
    return arrows.stream().filter(arrow -> arrow.step().equals(selected)).findFirst();
  }

  /** How tall it is with one request and its answer, in pixels. */
  double oneHop() {
    double rows = arrows.stream().limit(2).mapToDouble(arrow -> arrow.prefHeight(-1)).sum();
    return snappedTopInset() + snappedBottomInset() + nameHeight() + rows;
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = snappedTopInset() + snappedBottomInset() + nameHeight();
    return height + arrows.stream().mapToDouble(arrow -> arrow.prefHeight(-1)).sum();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    if (names.size() < 2) {
      return;
    }
    // Not before: how large the text is, is known only now.
    dressNames();
    double width = getWidth() - snappedRightInset();
    double half = barHalf();
    double first =
        snapPositionX(
            Math.max(
                getWidth() * (names.size() > 2 ? WIDER_INSET : LANE_INSET),
                names.get(0).prefWidth(-1) / 2 + 12));
    double beside = times.stream().mapToDouble(time -> time.prefWidth(-1)).max().orElse(0);
    double last =
        names.size() > 2
            ? snapPositionX(Math.min(width - beside - half * 2, width - lastHalf()))
            : snapPositionX(Math.min(getWidth() - first, width - beside - half * 2));
    double y = snappedTopInset();
    for (int lane = 0; lane < names.size(); lane++) {
      double x = laneAt(lane, first, last);
      Label name = names.get(lane);
      double nameWidth = snapSizeX(Math.min(name.prefWidth(-1), nameRoom(lane, first, last)));
      double start = Math.max(0, Math.min(width - nameWidth, x - nameWidth / 2));
      name.resizeRelocate(snapPositionX(start), y, nameWidth, name.prefHeight(-1));
      double top = y + nameHeight();
      double height = getHeight() - snappedBottomInset() - top;
      lanes.get(lane).resizeRelocate(snapPositionX(x), top, 1, height);
    }
    head.resizeRelocate(0, 0, getWidth(), headHeight());
    arrows(first, last, y + nameHeight());
  }

  private double lastHalf() {
    return names.get(names.size() - 1).prefWidth(-1) / 2;
  }

  private double laneAt(int lane, double first, double last) {
    return first + (last - first) * lane / (names.size() - 1);
  }

  /** Names of neighbours must not run into each other. */
  private double nameRoom(int lane, double first, double last) {
    double apart = (last - first) / (names.size() - 1);
    double neighbour = 0;
    for (int beside : new int[] {lane - 1, lane + 1}) {
      if (beside >= 0 && beside < names.size()) {
        neighbour = Math.max(neighbour, names.get(beside).prefWidth(-1) / 2);
      }
    }
    return Math.max(apart, 2 * (apart - neighbour - BETWEEN_NAMES));
  }

  private double barHalf() {
    return snapSizeX(names.get(0).getFont().getSize() * 0.3);
  }

  private void arrows(double first, double last, double top) {
    double y = top;
    double half = barHalf();
    double sentAt = y;
    for (int i = 0; i < arrows.size(); i++) {
      ArrowRow arrow = arrows.get(i);
      double height = arrow.prefHeight(-1);
      Between between = hops.get(i / 2);
      double from = laneAt(at(between.from()), first, last);
      double to = laneAt(at(between.to()), first, last);
      arrow.span(Math.min(from, to) - first, Math.max(from, to) - first - half);
      arrow.resizeRelocate(first, y, last - first - half, height);
      if (i % 2 == 0) {
        sentAt = y + arrow.lineOffset();
      } else {
        double end = y + arrow.lineOffset();
        bars.get(i / 2).resizeRelocate(to - half, sentAt - 3, half * 2, end - sentAt + 6);
        double middle = (sentAt + end) / 2;
        beside(times.get(i / 2), last + half * 2, getWidth() - last - half * 2, middle);
        beside(purposes.get(i / 2), half * 2, first - half * 4, middle);
      }
      y += height;
    }
  }

  private void beside(Label label, double x, double room, double middle) {
    double width = Math.min(label.prefWidth(-1), room);
    double height = label.prefHeight(width);
    label.resizeRelocate(snapPositionX(x), snapPositionY(middle - height / 2), width, height);
  }

  private double nameHeight() {
    double height = names.stream().mapToDouble(name -> name.prefHeight(-1)).max().orElse(0);
    return snapSizeY(height * 1.2);
  }
}

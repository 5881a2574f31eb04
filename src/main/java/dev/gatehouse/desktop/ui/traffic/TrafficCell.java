package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.explain.KindBadge;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in two or three lines: what came and what was answered; what became of it, who sent
 * it and when; and if it was refused, the check or rule that decided.
 */
final class TrafficCell extends ListCell<ExchangeRecord> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ZoneId zone;
  private final Label method = new Label();
  private final Label target = new Label();
  private final Label status = new Label();
  private final KindBadge badge = new KindBadge();
  private final Label who = new Label();
  private final Label question = new Label();
  private final Label time = new Label();
  private final VBox lines;

  /**
   * An empty cell.
   *
   * @param zone in which times are told
   */
  TrafficCell(ZoneId zone) {
    this.zone = zone;
    method.getStyleClass().addAll(Styles.CODE, Styles.ACCENT);
    method.setMinWidth(Region.USE_PREF_SIZE);
    target.getStyleClass().add(Styles.CODE);
    target.setEllipsisString("…");
    who.setEllipsisString("…");
    target.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(target, Priority.ALWAYS);
    status.getStyleClass().addAll(Styles.CODE, Styles.STRONG);
    status.setMinWidth(Region.USE_PREF_SIZE);
    badge.getStyleClass().add(Styles.SMALL);
    who.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
    who.setMinWidth(0);
    who.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(who, Priority.ALWAYS);
    question.setWrapText(true);
    question.setMinHeight(Region.USE_PREF_SIZE);
    question.managedProperty().bind(question.textProperty().isNotEmpty());
    question.visibleProperty().bind(question.textProperty().isNotEmpty());
    time.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(method, target, status);
    HBox second = new HBox(badge, who, time);
    first.getStyleClass().add(Styles.GAP);
    second.getStyleClass().add(Styles.GAP);
    lines = new VBox(first, second, question);
    lines.getStyleClass().add(Styles.GAP_HALF);
    getStyleClass().add("traffic-cell");
    // Its width is the list's, however long the path.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ExchangeRecord exchange, boolean empty) {
    super.updateItem(exchange, empty);
    if (empty || exchange == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    TrafficSummary summary = TrafficSummary.of(exchange);
    method.setText(exchange.request().method());
    target.setText(exchange.request().target());
    status.setText(Integer.toString(exchange.response().status()));
    badge.show(summary.kind());
    who.setText(who(exchange, summary));
    question.setText(summary.question().isEmpty() ? "" : "at “" + summary.question() + "”");
    time.setText(TIME.format(exchange.at().atZone(zone)));
    setGraphic(lines);
    setAccessibleText(
        method.getText()
            + " "
            + target.getText()
            + ", "
            + status.getText()
            + " "
            + summary.kind().word()
            + ", "
            + who.getText()
            + ", "
            + question.getText()
            + ", "
            + time.getText());
  }

  private static String who(ExchangeRecord exchange, TrafficSummary summary) {
    String type = exchange.authentication().type();
    String credential = type.equals("none") ? "no credential" : type;
    return Stream.of(summary.program(), summary.who(), credential)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.compose.RequestPreview.Line;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Origin;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.ReusedRows;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The headers as they will be sent: those that a person writes are edited where they stand, those
 * that the client and the credential add stand greyed among them.
 */
final class HeadersPane extends VBox {
  private final ComposeModel model;
  private final SentLine requestLine = new SentLine(false);
  private final VBox first = new VBox();
  private final VBox rows = new VBox();
  private final VBox rest = new VBox();
  private final ReusedRows<Line, SentLine> firstLines = lines(first);
  private final ReusedRows<Line, SentLine> restLines = lines(rest);
  private final Label later = new Label();
  private final TextArea text = new TextArea();
  private final Label problem = new Label();
  private boolean asText;

  HeadersPane(ComposeModel model) {
    this.model = model;
    getStyleClass().add("headers-pane");
    text.getStyleClass().addAll(Styles.CODE, "plain-area");
    text.setId("headers-text");
    text.setAccessibleText("Your headers, one Name: value in a line");
    text.setPrefRowCount(4);
    text.textProperty().addListener((observable, old, now) -> readText(now));
    for (Label hint : List.of(problem, later)) {
      hint.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
      hint.setWrapText(true);
    }
    for (Node sometimes : List.of(requestLine, later)) {
      sometimes.managedProperty().bind(sometimes.visibleProperty());
    }
    model.previewProperty().addListener((observable, old, now) -> showPreview(now));
    model
        .headers()
        .rows()
        .addListener(
            (ListChangeListener<HeaderRow>)
                change -> {
                  while (change.next()) {
                    if (change.wasAdded() || change.wasRemoved()) {
                      showRows();
                      return;
                    }
                  }
                });
    showRows();
    showPreview(model.previewProperty().get());
    lay();
  }

  private void lay() {
    VBox lines = new VBox(requestLine, first);
    if (asText) {
      lines.getChildren().addAll(text, problem);
    } else {
      lines.getChildren().add(rows);
    }
    lines.getChildren().addAll(rest, later, tools());
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll);
  }

  private Node tools() {
    Button add = link("Add a header", () -> edit(model.headers().add("", "")));
    add.setId("add-header");
    Button other = link(asText ? "Edit as lines" : "Edit as text", this::switchMode);
    HBox tools = asText ? new HBox(other) : new HBox(add, other);
    tools.getStyleClass().addAll(Styles.GAP, "header-tools");
    return tools;
  }

  private void switchMode() {
    asText = !asText;
    if (asText) {
      text.setText(model.headers().text());
    }
    problem.setText("");
    lay();
  }

  private void readText(String now) {
    if (asText) {
      problem.setText(model.headers().read(now));
    }
  }

  private void edit(HeaderRow row) {
    int index = model.headers().rows().indexOf(row);
    rows.getChildren().get(index).requestFocus();
  }

  private void remove(HeaderRow row) {
    model.headers().rows().remove(row);
  }

  private void showPreview(RequestPreview preview) {
    boolean known = !preview.draft().url().isEmpty();
    requestLine.setVisible(known);
    requestLine.say(preview.draft().method(), " " + preview.draft().target() + " HTTP/1.1");
    List<Line> above = new ArrayList<>();
    List<Line> below = new ArrayList<>();
    boolean before = true;
    for (Line line : known ? preview.lines() : List.<Line>of()) {
      if (line.origin() == Origin.WRITTEN) {
        before = false;
      } else {
        before = before && line.origin() == Origin.CLIENT;
        (before ? above : below).add(line);
      }
    }
    firstLines.show(above);
    restLines.show(below);
    later.setVisible(known && !preview.later().isEmpty());
    later.setText("The credential follows after this hop: " + preview.later() + ".");
  }

  private static ReusedRows<Line, SentLine> lines(VBox box) {
    return new ReusedRows<>(box, HeadersPane::line, HeadersPane::say);
  }

  private static SentLine line(Line line) {
    SentLine made = new SentLine(true);
    say(made, line);
    return made;
  }

  private static void say(SentLine shown, Line line) {
    shown.say(line.header().name(), ": " + line.header().value());
    Tip.on(shown, why(line.origin()));
  }

  private static String why(Origin origin) {
    return origin == Origin.CREDENTIAL
        ? "Put there by the credential"
        : "Put there by the client, because HTTP needs it";
  }

  private void showRows() {
    if (!asText) {
      rows.getChildren()
          .setAll(
              model.headers().rows().stream()
                  .map(row -> new HeaderEditor(row, () -> remove(row)))
                  .toList());
    }
  }

  private static Button link(String name, Runnable action) {
    Button link = new Button(name);
    link.getStyleClass().addAll(Styles.LINK, Styles.SMALL);
    link.setOnAction(event -> action.run());
    return link;
  }

  /** For copying: the lines as they go out. */
  static String text(RequestPreview preview) {
    StringBuilder lines = new StringBuilder();
    lines
        .append(preview.draft().method())
        .append(' ')
        .append(preview.draft().target())
        .append(" HTTP/1.1\n");
    List<Line> all = preview.lines();
    all.forEach(
        line ->
            lines
                .append(line.header().name())
                .append(": ")
                .append(line.header().value())
                .append('\n'));
    return lines.toString();
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Glossary;
import dev.gatehouse.desktop.exchange.HeaderGlossary;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Syntax;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A request or a response: its start line, its header lines each explained, and its body. */
final class MessageView extends SplitPane {
  private final HeaderGlossary glossary;
  private final PrettyJson json = new PrettyJson();
  private final Label startLine = new Label();
  private final ListView<Header> headers = new ListView<>();
  private final Label explanation = new Label();
  private final Label remark = new Label();
  private final LongText body;
  private final VBox left = new VBox(startLine, headers, explanation, remark);

  /**
   * An empty view.
   *
   * @param name what it is, for screen readers
   * @param glossary says what header lines are for
   */
  MessageView(String name, HeaderGlossary glossary, Background background) {
    this.glossary = glossary;
    body = new LongText("Body of the " + name, Syntax.JSON, background);
    getStyleClass().add("message");
    left.getStyleClass().addAll(Styles.GAP_HALF);
    startLine.getStyleClass().addAll(Styles.CODE, Styles.STRONG, "start-line");
    explanation.getStyleClass().addAll("header-explanation");
    explanation.setWrapText(true);
    explanation.setMinHeight(USE_PREF_SIZE);
    remark.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
    remark.setWrapText(true);
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    headers.setAccessibleText("Header lines of the " + name);
    headers.getStyleClass().add("header-lines");
    headers.setCellFactory(list -> new HeaderCell());
    headers
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((observable, before, now) -> explain(now));
    VBox.setVgrow(headers, Priority.ALWAYS);
    setDividerPositions(0.5);
    getItems().setAll(left);
  }

  void show(Message message) {
    startLine.setText(message.startLine());
    remark.setText(message.remark());
    headers.getItems().setAll(message.headers());
    headers.getSelectionModel().selectFirst();
    if (message.body().length == 0) {
      body.clear();
      getItems().setAll(left);
      return;
    }
    byte[] bytes = message.body();
    String type = contentType(message);
    body.show(limit -> PrettyJson.isJson(type) ? json.format(bytes, limit) : plain(bytes, limit));
    if (getItems().size() == 1) {
      getItems().setAll(left, body);
      setDividerPositions(0.5);
    }
  }

  private static String contentType(Message message) {
    return message.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  private static String plain(byte[] bytes, int limit) {
    int length = (int) Math.min(bytes.length, (long) limit * 4);
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(limit, text.length()));
  }

  private void explain(@Nullable Header header) {
    String meaning = "";
    if (header != null) {
      Glossary.Entry entry = glossary.explain(header.name());
      meaning = entry.name() + ": " + entry.text() + " (" + entry.source() + ")";
    }
    explanation.setText(meaning);
    explanation.setVisible(!meaning.isEmpty());
    explanation.setManaged(!meaning.isEmpty());
  }

  /** A header line, its name apart from its value. */
  private static final class HeaderCell extends ListCell<Header> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final HBox line = new HBox(name, value);

    HeaderCell() {
      name.getStyleClass().addAll(Styles.CODE, Styles.ACCENT);
      name.setMinWidth(USE_PREF_SIZE);
      value.getStyleClass().add(Styles.CODE);
      line.getStyleClass().add(Styles.GAP);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Header header, boolean empty) {
      super.updateItem(header, empty);
      if (empty || header == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(header.name() + ":");
      value.setText(header.value());
      setGraphic(line);
      setAccessibleText(header.name() + ": " + header.value());
    }
  }
}

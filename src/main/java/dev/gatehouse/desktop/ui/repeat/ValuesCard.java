package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The values, one in each line, written or read from a file. */
final class ValuesCard extends StackPane {
  /** More than this in one text makes typing in it slow. */
  private static final long MOST_BYTES = 256 * 1024;

  private final RepeatModel model;
  private final BiConsumer<RepeatView.Work, String> background;

  ValuesCard(RepeatModel model, BiConsumer<RepeatView.Work, String> background) {
    this.model = model;
    this.background = background;
    TextArea text = new TextArea();
    text.setId("repeat-values");
    text.setAccessibleText("Values, one in each line");
    text.setPromptText("One value in each line. Without any, the request is sent as it is.");
    text.getStyleClass().addAll(Styles.CODE, "plain-area");
    text.setPrefRowCount(4);
    text.textProperty().bindBidirectional(model.values());
    VBox.setVgrow(text, Priority.ALWAYS);
    Label marked = new Label();
    marked.setId("repeat-marked");
    marked.setWrapText(true);
    marked.setMinHeight(Region.USE_PREF_SIZE);
    marked.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    marked.textProperty().bind(model.marked());
    VBox body = new VBox(text, marked);
    body.getStyleClass().add(Styles.GAP_HALF);
    Label count = new Label();
    count.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    count.textProperty().bind(model.counted());
    Button file = new Button("From a file…");
    file.getStyleClass().addAll(Styles.LINK, Styles.SMALL);
    file.setOnAction(event -> choose());
    getChildren().add(Card.titled("Values", "").withTools(count, file).withBody(body));
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Values, one in each line");
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      Path path = file.toPath();
      background.accept(() -> read(path), "Values from " + path.getFileName());
    }
  }

  private void read(Path path) throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new IOException(
          path.getFileName() + " has more than 256 KB. Take the first thousands of its lines.");
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    Platform.runLater(() -> model.values().set(text));
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.Syntax;
import dev.gatehouse.desktop.ui.widget.Texts;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bytes as they crossed the socket: as text, with the line ends visible, or in hexadecimal. */
final class RawView extends VBox {
  private static final byte[] NOTHING = {};

  private final CheckBox lineEnds = new CheckBox("Show line ends");
  private final CheckBox hex = new CheckBox("Hex");
  private final Label remark = new Label();
  private final LongText text;
  private byte[] bytes = NOTHING;

  /**
   * An empty view.
   *
   * @param name what it is, for screen readers
   */
  RawView(String name, Background background) {
    text = new LongText(name, Syntax.HTTP, background);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    CopyButton copy =
        new CopyButton("the " + name, () -> new String(bytes, StandardCharsets.UTF_8));
    HBox tools = new HBox(lineEnds, hex, remark, space, copy);
    tools.getStyleClass().addAll(Styles.GAP_DOUBLE, "raw-tools");
    remark.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
    getStyleClass().add(Styles.GAP_HALF);
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().setAll(tools, text);
    lineEnds.setOnAction(event -> draw());
    hex.setOnAction(event -> draw());
  }

  void show(Message message) {
    bytes = message.raw();
    remark.setText(message.remark().isEmpty() ? Texts.size(bytes.length) : message.remark());
    draw();
  }

  private void draw() {
    lineEnds.setDisable(hex.isSelected());
    byte[] shown = bytes;
    if (hex.isSelected()) {
      text.show(LazyLines.hex(shown));
    } else {
      boolean ends = lineEnds.isSelected();
      text.show(limit -> decode(shown, limit, ends));
    }
  }

  /** The beginning of the bytes as text; carriage returns and line feeds made visible if asked. */
  static String decode(byte[] bytes, int limit, boolean lineEnds) {
    int length = (int) Math.min(bytes.length, (long) limit * 2);
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    String shown =
        lineEnds ? text.replace("\r", "␍").replace("\n", "␊\n") : text.replace("\r\n", "\n");
    return shown.substring(0, Math.min(limit, shown.length()));
  }
}

package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/**
 * A text in a monospaced font with its syntax coloured. A large text is never put into one
 * document: of more than 256 KB the first part shows, with a button for more; of more than 2 MB
 * nothing shows until it is asked for. What does not show is not lost: whatever is edited, the rest
 * stays behind it.
 */
public final class CodeText extends VBox {
  /** How many characters show at once, and how many more with each "show more". */
  static final int PART = 256 * 1024;

  /** A text longer than this asks before it shows at all. */
  static final int ASK = 2 * 1024 * 1024;

  /** Lines longer than this are broken, for a layout of one endless line takes seconds. */
  private static final int LONGEST_LINE = 4_000;

  private final CodeArea area = new CodeArea();
  private final HBox more = new HBox();
  private final Syntax syntax;
  private String whole = "";
  private String rest = "";
  private int shown;

  private CodeText(String name, Syntax syntax, boolean editable) {
    this.syntax = syntax;
    getStyleClass().add("code-text-box");
    more.getStyleClass().addAll(Styles.GAP, Styles.PADDED);
    area.getStyleClass().add("code-text");
    area.setEditable(editable);
    area.setWrapText(true);
    area.setAccessibleText(name);
    area.setUseInitialStyleForInsertion(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    if (editable) {
      area.multiPlainChanges().subscribe(change -> colour());
    }
    VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  /** What is written here needs no tabs, and the keyboard has to get out again. */
  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
      FocusOrder.leave(area, event.isShiftDown() ? -1 : 1);
      event.consume();
    }
  }

  /**
   * A text to read and to copy from.
   *
   * @param name what it is, for screen readers
   */
  public static CodeText readOnly(String name, Syntax syntax) {
    return new CodeText(name, syntax, false);
  }

  /**
   * A text to edit.
   *
   * @param name what it is, for screen readers
   */
  public static CodeText editable(String name, Syntax syntax) {
    return new CodeText(name, syntax, true);
  }

  /** Shows another text, from its beginning. */
  public void setText(String text) {
    whole = text;
    show(text.length() > ASK ? 0 : Math.min(text.length(), PART));
    area.moveTo(0);
    area.requestFollowCaret();
  }

  /** The whole text, whatever of it shows, with what was edited. */
  public String text() {
    return area.isEditable() ? area.getText() + rest : whole;
  }

  /** Calls {@code listener} with the whole text, as in {@link #text}, whenever it has changed. */
  public void listen(Consumer<String> listener) {
    area.textProperty().addListener((observable, before, now) -> listener.accept(text()));
  }

  /** The editor itself, for carets, styles of one's own and key bindings. */
  public CodeArea area() {
    return area;
  }

  private void show(int length) {
    shown = length;
    rest = whole.substring(length);
    area.replaceText(readable(whole.substring(0, length)));
    colour();
    getChildren().remove(more);
    if (length < whole.length()) {
      more.getChildren().setAll(remark(), button());
      getChildren().add(more);
    }
  }

  private Label remark() {
    Label remark = new Label(Texts.size(shown) + " of " + Texts.size(whole.length()) + " shown");
    remark.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    return remark;
  }

  private Button button() {
    Button button = new Button(shown == 0 ? "Show the first part" : "Show more");
    button.getStyleClass().add(Styles.LINK);
    button.setOnAction(event -> showMore());
    return button;
  }

  private void showMore() {
    whole = text();
    int already = whole.length() - rest.length();
    show(Math.min(whole.length(), already + PART));
  }

  private void colour() {
    if (syntax != Syntax.PLAIN && area.getLength() > 0) {
      area.setStyleSpans(0, Highlighter.spans(area.getText(), syntax));
    }
  }

  private String readable(String text) {
    return area.isEditable() ? text : LongLines.broken(text, LONGEST_LINE);
  }
}

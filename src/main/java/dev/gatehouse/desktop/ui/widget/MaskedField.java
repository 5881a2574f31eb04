package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A secret shown as dots until it is asked for, with a button to copy it. */
public final class MaskedField extends HBox {
  /** Always as many, so that the length says nothing. */
  private static final String MASK = "•".repeat(12);

  /**
   * A masked secret.
   *
   * @param what what it is, in words, for example {@code password of Alice}
   * @param secret the secret itself
   */
  public MaskedField(String what, String secret) {
    getStyleClass().addAll("masked-field", Styles.GAP_HALF);
    TextField shown = new TextField(MASK);
    shown.setEditable(false);
    shown.getStyleClass().add(Styles.CODE);
    shown.setAccessibleText(what + ", hidden");
    HBox.setHgrow(shown, Priority.ALWAYS);
    ToggleButton reveal = new ToggleButton();
    reveal.getStyleClass().add(Styles.BARE);
    reveal.setGraphic(Icons.of(Feather.EYE, Styles.QUIET));
    reveal.setAccessibleText("Show the " + what);
    Tip.on(reveal, "Show or hide");
    reveal
        .selectedProperty()
        .addListener(
            (observable, before, now) -> {
              shown.setText(now ? secret : MASK);
              shown.setAccessibleText(what + (now ? "" : ", hidden"));
              reveal.setGraphic(Icons.of(now ? Feather.EYE_OFF : Feather.EYE, Styles.QUIET));
            });
    getChildren().addAll(shown, reveal, new CopyButton("the " + what, () -> secret));
  }
}

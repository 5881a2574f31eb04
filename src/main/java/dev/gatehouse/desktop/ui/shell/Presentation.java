package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.theme.Theme;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows a page to an audience: without the frame, with larger text, step by step. */
final class Presentation {
  private static final Duration HINT_STAYS = Duration.seconds(6);

  private static final String STYLE = "presenting";
  private static final String VEILED = "veiled";

  private final BorderPane frame;
  private final StackPane root;
  private final Theme theme;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(false);
  private final Label hint = new Label();
  private final PauseTransition hintStays = new PauseTransition(HINT_STAYS);
  private @Nullable Node top;
  private @Nullable Node left;
  private @Nullable Node bottom;
  private @Nullable Steppable page;

  Presentation(BorderPane frame, StackPane root, Theme theme) {
    this.frame = frame;
    this.root = root;
    this.theme = theme;
    hint.getStyleClass().addAll(Styles.SMALL, "present-hint");
    hintStays.setOnFinished(event -> root.getChildren().remove(hint));
    hint.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    hint.setMouseTransparent(true);
    StackPane.setAlignment(hint, Pos.BOTTOM_RIGHT);
    theme
        .veiled()
        .addListener(
            (observable, before, now) -> {
              root.getStyleClass().remove(VEILED);
              if (now) {
                root.getStyleClass().add(VEILED);
              }
            });
  }

  /** Whether it goes on. */
  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  /** Begins with the page that shows. */
  void begin(Page shown) {
    if (on.get()) {
      return;
    }
    top = frame.getTop();
    left = frame.getLeft();
    bottom = frame.getBottom();
    frame.setTop(null);
    frame.setLeft(null);
    frame.setBottom(null);
    root.getStyleClass().add(STYLE);
    theme.presenting().set(true);
    page = shown instanceof Steppable steppable ? steppable : null;
    steppable().ifPresent(steps -> steps.presenting(true));
    hint.setText(
        page == null
            ? "R reveals secrets   Esc leaves"
            : "Space or → next   ← back   R reveals secrets   Esc leaves");
    root.getChildren().add(hint);
    hintStays.playFromStart();
    root.requestFocus();
    on.set(true);
  }

  /** Shows the audience the secrets, or hides them again. */
  void toggleVeil() {
    theme.toggleVeil();
  }

  /** Ends it: everything is as it was before. */
  void end() {
    if (!on.get()) {
      return;
    }
    frame.setTop(top);
    frame.setLeft(left);
    frame.setBottom(bottom);
    hintStays.stop();
    root.getChildren().remove(hint);
    root.getStyleClass().remove(STYLE);
    theme.presenting().set(false);
    steppable().ifPresent(steps -> steps.presenting(false));
    page = null;
    on.set(false);
  }

  /** The page, if it can be gone through in steps. */
  Optional<Steppable> steppable() {
    return Optional.ofNullable(page);
  }
}

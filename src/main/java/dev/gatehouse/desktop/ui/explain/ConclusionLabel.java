package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The answer to a card's question, at the end of its header. */
final class ConclusionLabel extends Label {
  private @Nullable Conclusion said;

  /** No answer yet. */
  ConclusionLabel() {
    getStyleClass().addAll(Styles.STRONG, "conclusion");
    setMinWidth(Region.USE_PREF_SIZE);
  }

  void say(Conclusion conclusion) {
    if (conclusion.equals(said)) {
      return;
    }
    said = conclusion;
    getStyleClass().removeAll(List.of(Styles.PASSED, Styles.FAILED, Styles.WARNED, Styles.QUIET));
    getStyleClass().add(Marks.style(conclusion.mark()));
    setText(conclusion.word());
    setGraphic(conclusion.word().isEmpty() ? null : Marks.icon(conclusion.mark()));
    setAccessibleText(conclusion.word());
  }
}

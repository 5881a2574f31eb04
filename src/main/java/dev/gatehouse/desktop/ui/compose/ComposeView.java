package dev.gatehouse.desktop.ui.compose;

import javafx.scene.layout.VBox;

/** Where a request is composed and sent. */
public final class ComposeView extends VBox {
  /** A view of this model. */
  public ComposeView(ComposeModel model) {
    getStyleClass().add("compose");
  }
}

package dev.gatehouse.desktop.ui.compose;

import java.util.Objects;

/** Where the styles of composing are; its colours and sizes are those of the design sheet. */
public final class ComposeSheet {
  private ComposeSheet() {}

  /** The URL of the style sheet. */
  public static String url() {
    return Objects.requireNonNull(ComposeSheet.class.getResource("compose.css"), "compose.css")
        .toExternalForm();
  }
}

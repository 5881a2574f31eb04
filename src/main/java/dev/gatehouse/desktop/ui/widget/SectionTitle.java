package dev.gatehouse.desktop.ui.widget;

import java.util.Locale;
import javafx.scene.control.Label;

/** A small grey title in capitals above a part of a page, like COMPOSE. */
public final class SectionTitle extends Label {
  /** A title; it is read aloud as written, not letter by letter. */
  public SectionTitle(String text) {
    super(text.toUpperCase(Locale.ROOT));
    getStyleClass().add("section-title");
    setAccessibleText(text);
  }
}

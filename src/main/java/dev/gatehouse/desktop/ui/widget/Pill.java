package dev.gatehouse.desktop.ui.widget;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A rounded button of the top bar. */
public final class Pill extends Button {
  /** The state that a pill's dot or colour shows; its text says it too. */
  public enum Tone {
    /** Works. */
    GOOD,
    /** Does not work. */
    BAD,
    /** Deserves care. */
    CAUTION,
    /** Nothing of the kind. */
    PLAIN
  }

  private static final List<Tone> COLOURED = List.of(Tone.GOOD, Tone.BAD, Tone.CAUTION);

  /** A pill with a text, which is also its accessible name. */
  public Pill(String text) {
    super(text);
    getStyleClass().add("pill");
    setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Colours the whole pill. */
  public void tone(Tone tone) {
    paint(this, tone);
  }

  /** A dot to put into a pill. */
  public static Region dot(Tone tone) {
    Region dot = new Region();
    dot.getStyleClass().add("dot");
    paint(dot, tone);
    return dot;
  }

  /** Colours a dot or a pill. */
  public static void paint(Region region, Tone tone) {
    COLOURED.forEach(other -> region.getStyleClass().remove(style(other)));
    region.getStyleClass().add(style(tone));
  }

  private static String style(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }
}

package dev.gatehouse.desktop.settings;

/**
 * What a person has set.
 *
 * @param theme light, dark, or as the platform has it
 * @param zoom the size of text in percent, {@value #MINIMUM_ZOOM} to {@value #MAXIMUM_ZOOM}
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param maximized whether the window fills the screen
 * @param page which page showed last; empty if none did yet
 */
public record Settings(
    ThemeChoice theme, int zoom, int width, int height, boolean maximized, String page) {
  /** The smallest text, in percent. */
  public static final int MINIMUM_ZOOM = 80;

  /** The largest text, in percent: for projectors. */
  public static final int MAXIMUM_ZOOM = 250;

  private static final int SMALLEST_SIDE = 400;
  private static final int LARGEST_SIDE = 20_000;

  public Settings {
    zoom = Math.max(MINIMUM_ZOOM, Math.min(MAXIMUM_ZOOM, zoom));
    width = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, width));
    height = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, height));
  }

  /** What holds until a person sets something. */
  public static Settings initial() {
    return new Settings(ThemeChoice.SYSTEM, 100, 1280, 800, false, "");
  }
}

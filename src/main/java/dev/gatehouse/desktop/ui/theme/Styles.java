package dev.gatehouse.desktop.ui.theme;

/** The names of the style classes of the design sheet. */
public final class Styles {
  /** Small text, 12 px. */
  public static final String SMALL = "small";

  /** Semibold text. */
  public static final String STRONG = "strong";

  /** The heading of a page, 21 px. */
  public static final String HEADING = "heading";

  /** Monospaced text, 13 px. */
  public static final String CODE = "code";

  /** Grey text: what may be overlooked. */
  public static final String QUIET = "quiet";

  /** Text in the accent colour. */
  public static final String ACCENT = "accent-text";

  /** Verdict colour: passed, let in. */
  public static final String PASSED = "passed";

  /** Verdict colour: failed, refused. */
  public static final String FAILED = "failed";

  /** Verdict colour: skipped, weakened. */
  public static final String WARNED = "warned";

  /** Half a step of the grid, 4 px, between children of a box or grid. */
  public static final String GAP_HALF = "gap-half";

  /** One step of the grid, 8 px, between children of a box or grid. */
  public static final String GAP = "gap";

  /** One and a half steps of the grid, 12 px, between children: from card to card. */
  public static final String GAP_WIDE = "gap-wide";

  /** Two steps of the grid, 16 px, between children of a box or grid. */
  public static final String GAP_DOUBLE = "gap-double";

  /** One step of the grid, 8 px, around the content. */
  public static final String PADDED = "padded";

  /** Two steps of the grid, 16 px, around the content: what a page has. */
  public static final String PADDED_DOUBLE = "padded-double";

  /** The background of a page. */
  public static final String PAGE = "page";

  /** The left pane of a page, with a line at its right edge. */
  public static final String SIDE = "side";

  /**
   * A line of a list of checks, rules or people; it knows {@code :selected} and {@link #CHOSEN}.
   */
  public static final String ROW = "row";

  /** The selected row. */
  public static final String CHOSEN = "chosen";

  /**
   * What may have a secret in it as it stands: an audience does not see it until it is revealed.
   */
  public static final String SECRET = "secret-text";

  /** The body of a card without a margin, for rows that reach from edge to edge. */
  public static final String FLUSH = "flush";

  /** The one button of a view that does its work. */
  public static final String PRIMARY = "primary";

  /** A button that shows no box until it is pointed at. */
  public static final String BARE = "bare";

  /** A button that looks like a link. */
  public static final String LINK = "link";

  private Styles() {}
}

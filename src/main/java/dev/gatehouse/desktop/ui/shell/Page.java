package dev.gatehouse.desktop.ui.shell;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * A place of the program, reached from the rail at the left. The object is made at start, so its
 * constructor must be quick; its view is made when first shown. Everything is called on the JavaFX
 * thread, unless it says otherwise.
 */
public interface Page {
  /** A stable name, for example {@code explore}. */
  String id();

  /** The word under its icon, for example {@code Explore}. */
  String title();

  /** Its icon in the rail. */
  Feather icon();

  /** Makes its view; called once, when the page is first shown. */
  Node view();

  /** Called each time it comes to the front, after {@link #view}. */
  default void shown() {}

  /** Called each time another page takes its place. */
  default void hidden() {}

  /** What the palette offers of it at this moment, whether or not it was shown yet. */
  default List<Command> commands() {
    return List.of();
  }

  /** Keys that work while it shows; listed on the sheet of shortcuts. */
  default List<Shortcut> shortcuts() {
    return List.of();
  }

  /** Keys that its view acts on by itself; only listed, after the others. */
  default List<Shortcut> keysOfView() {
    return List.of();
  }

  /**
   * Shows a subject if it is one of this page's kind. The page is brought to the front after it has
   * answered true, so it may be asked before its view was made.
   *
   * @return whether this page shows such subjects
   */
  default boolean show(Subject subject) {
    return false;
  }

  /**
   * Keeps whatever is not kept yet, as the program ends. The one call that is not made on the
   * JavaFX thread; may block.
   */
  default void close() {}
}

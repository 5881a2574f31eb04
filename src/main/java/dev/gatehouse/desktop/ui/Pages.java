package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.ui.attack.AttackPage;
import dev.gatehouse.desktop.ui.explore.ExplorePage;
import dev.gatehouse.desktop.ui.server.ServerPage;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.traffic.TrafficPage;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The pages of the program, in the order of the rail. */
final class Pages {
  /** The page that shows first: {@link Page#id()}. */
  static final String FIRST = "explore";

  private Pages() {}

  static List<Page> all(WindowContext context) {
    return List.of(
        new Empty("learn", "Learn", Feather.BOOK_OPEN),
        new ExplorePage(context),
        new AttackPage(context),
        new TrafficPage(context),
        new ServerPage(context));
  }

  /** Holds the place of a page that is not part of this version. */
  private record Empty(String id, String title, Feather icon) implements Page {
    @Override
    public Node view() {
      return new EmptyState(icon, title, "Not part of this version.");
    }
  }
}

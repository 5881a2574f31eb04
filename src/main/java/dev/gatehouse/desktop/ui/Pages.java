package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.ui.attack.AttackPage;
import dev.gatehouse.desktop.ui.explore.ExplorePage;
import dev.gatehouse.desktop.ui.learn.LearnPage;
import dev.gatehouse.desktop.ui.server.ServerPage;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.traffic.TrafficPage;
import java.util.List;

/** The pages of the program, in the order of the rail. */
final class Pages {
  /** The page that shows first: {@link Page#id()}. */
  static final String FIRST = "explore";

  private Pages() {}

  static List<Page> all(WindowContext context) {
    return List.of(
        new LearnPage(context),
        new ExplorePage(context),
        new AttackPage(context),
        new TrafficPage(context),
        new ServerPage(context));
  }
}

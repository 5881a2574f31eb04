package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.ui.forge.ForgePage;
import dev.gatehouse.desktop.ui.intercept.InterceptPage;
import dev.gatehouse.desktop.ui.repeat.RepeatPage;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Steppable;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.SegmentedTabs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What an attacker works with, one tab for each: every tab is a page of its own. */
public final class AttackPage implements Page, Steppable {
  private final WindowContext context;
  private final List<Page> tabPages;
  private final SegmentedTabs tabs = new SegmentedTabs();
  private final HBox strip = new HBox(tabs);
  private final Map<Page, Node> views = new HashMap<>();
  private Page shown;
  private boolean made;
  private boolean inFront;

  /** The page, with the catalogue of attacks in front. */
  public AttackPage(WindowContext context) {
    this.context = context;
    CataloguePage catalogue = new CataloguePage(context);
    InterceptPage intercept = new InterceptPage(context);
    this.tabPages =
        List.of(
            catalogue,
            new MatrixPage(context, catalogue.model()),
            intercept,
            new ForgePage(context, intercept::passed),
            new RepeatPage(context));
    this.shown = tabPages.get(0);
  }

  @Override
  public String id() {
    return "attack";
  }

  @Override
  public String title() {
    return "Attack";
  }

  @Override
  public Feather icon() {
    return Feather.CROSSHAIR;
  }

  @Override
  public Node view() {
    Page first = shown;
    for (Page page : tabPages) {
      tabs.tab(page.title(), () -> views.computeIfAbsent(page, Page::view));
    }
    made = true;
    tabs.selected().addListener((observable, before, now) -> turnTo(now));
    tabs.select(first.title());
    strip.getStyleClass().add("page-tabs");
    VBox.setVgrow(tabs.content(), Priority.ALWAYS);
    VBox view = new VBox(strip, tabs.content());
    view.getStyleClass().add(Styles.PAGE);
    view.getStylesheets()
        .add(
            Objects.requireNonNull(AttackPage.class.getResource("attack.css"), "attack.css")
                .toExternalForm());
    view.setMinSize(0, 0);
    // Where the window puts the keyboard is not yet where the keys of a tab work.
    view.focusedProperty().addListener((observable, before, now) -> focusOn(now));
    return view;
  }

  @Override
  public void shown() {
    inFront = true;
    shown.shown();
  }

  @Override
  public void hidden() {
    inFront = false;
    shown.hidden();
  }

  @Override
  public List<Command> commands() {
    Stream<Command> ofTabs =
        tabPages.stream()
            .map(page -> new Command("Attack", page.title(), page.icon(), () -> openTab(page)));
    return Stream.concat(ofTabs, tabPages.stream().flatMap(page -> page.commands().stream()))
        .toList();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return Stream.concat(
            shown.shortcuts().stream(),
            Stream.of(
                Shortcut.of("Shortcut+Page Down", "Next tab", () -> step(1)),
                Shortcut.of("Shortcut+Page Up", "Tab before", () -> step(-1))))
        .toList();
  }

  @Override
  public List<Shortcut> keysOfView() {
    return shown.keysOfView();
  }

  @Override
  public boolean show(Subject subject) {
    Optional<Page> able = tabPages.stream().filter(page -> page.show(subject)).findFirst();
    able.ifPresent(this::select);
    return able.isPresent();
  }

  @Override
  public void close() {
    tabPages.forEach(Page::close);
  }

  @Override
  public boolean next() {
    return shown instanceof Steppable steps && steps.next();
  }

  @Override
  public boolean previous() {
    return shown instanceof Steppable steps && steps.previous();
  }

  @Override
  public void presenting(boolean on) {
    strip.setVisible(!on);
    strip.setManaged(!on);
    if (shown instanceof Steppable steps) {
      steps.presenting(on);
    }
  }

  private void focusOn(boolean page) {
    @Nullable Node ofTab = views.get(shown);
    if (page && ofTab != null) {
      ofTab.requestFocus();
    }
  }

  private void openTab(Page page) {
    context.navigator().open(id());
    select(page);
  }

  private void select(Page page) {
    if (made) {
      tabs.select(page.title());
    } else {
      shown = page;
    }
  }

  private void step(int by) {
    tabs.select(tabPages.get(Math.floorMod(tabPages.indexOf(shown) + by, tabPages.size())).title());
  }

  private void turnTo(String title) {
    Page now =
        tabPages.stream().filter(page -> page.title().equals(title)).findFirst().orElse(shown);
    if (now.equals(shown)) {
      return;
    }
    if (inFront) {
      shown.hidden();
    }
    shown = now;
    if (inFront) {
      now.shown();
      context.navigator().keys();
    }
  }
}

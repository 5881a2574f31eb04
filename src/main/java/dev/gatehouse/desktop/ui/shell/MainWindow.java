package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.workbench.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the window: top bar, rail, the page that shows, status bar, and sheets over them. It
 * is the navigator of its pages.
 */
public final class MainWindow implements Navigator {
  private static final String PROGRAM = "Gatehouse";

  private final BorderPane frame = new BorderPane();
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay();
  private final StackPane root = new StackPane(frame, overlay);
  private final Map<String, Node> views = new HashMap<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(PROGRAM);
  private final StatusBar status;
  private final TopBar top;
  private List<Page> pages = List.of();
  private @Nullable Rail rail;
  private @Nullable Page shown;

  /** A frame without pages; {@link #fill} gives it those. */
  public MainWindow(ServerStatus server, History history, Theme theme) {
    this.status = new StatusBar(history);
    this.top = new TopBar(server, this, theme, this::search, this::present);
    place.getStyleClass().add("page");
    frame.setTop(top);
    frame.setCenter(place);
    frame.setBottom(status);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Gives the frame its pages, in the order of the rail, and shows one of them. */
  public void fill(List<Page> all, String first) {
    pages = List.copyOf(all);
    rail = new Rail(pages, this::show);
    frame.setLeft(rail);
    open(first);
  }

  /** What to put into a scene. */
  public Parent root() {
    return root;
  }

  /** The window's title. */
  public ReadOnlyStringProperty titleText() {
    return title.getReadOnlyProperty();
  }

  @Override
  public void open(String page) {
    pages.stream().filter(known -> known.id().equals(page)).findFirst().ifPresent(this::show);
  }

  @Override
  public boolean open(Subject subject) {
    Optional<Page> page = pages.stream().filter(known -> known.show(subject)).findFirst();
    page.ifPresent(this::show);
    return page.isPresent();
  }

  @Override
  public void title(String text) {
    title.set(text.isEmpty() ? PROGRAM : text + " — " + PROGRAM);
  }

  @Override
  public void status(String text) {
    status.say(text);
  }

  private void show(Page page) {
    if (rail != null) {
      rail.mark(page);
    }
    if (page.equals(shown)) {
      return;
    }
    Node view = views.get(page.id());
    if (view == null) {
      view = page.view();
      views.put(page.id(), view);
    }
    if (shown != null) {
      shown.hidden();
    }
    shown = page;
    place.getChildren().setAll(view);
    status.hint(page);
    page.shown();
  }

  private void search() {}

  private void present() {}

  private void pressed(KeyEvent event) {}
}

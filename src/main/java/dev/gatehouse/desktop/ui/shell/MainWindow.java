package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.workbench.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the window: top bar, rail, the page that shows, status bar, and sheets over them. It
 * is the navigator of its pages.
 */
public final class MainWindow implements Navigator {
  private static final String PROGRAM = "Gatehouse";

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double ENOUGH_EM = 72;

  private final BorderPane frame = new BorderPane();
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay();
  private final StackPane root = new StackPane(frame, overlay);
  private final Map<String, Node> views = new HashMap<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(PROGRAM);
  private final Notices notices;
  private final StatusBar status;
  private final Presentation presentation;
  private final WindowCommands commands;
  private List<Page> pages = List.of();
  private @Nullable Rail rail;
  private @Nullable Page shown;

  /** A frame without pages; {@link #fill} gives it those. */
  public MainWindow(ServerStatus server, History history, Theme theme) {
    this.status = new StatusBar(history);
    this.presentation = new Presentation(frame, root, theme);
    this.commands = new WindowCommands(this, overlay, theme, presentation);
    this.notices = new Notices(server, this);
    root.getStyleClass().add("window");
    place.getStyleClass().add("page");
    VBox.setVgrow(place, Priority.ALWAYS);
    frame.setTop(new TopBar(server, this, theme, commands::search, commands::present));
    frame.setCenter(new VBox(notices, place));
    frame.setBottom(status);
    frame.setMinSize(0, 0);
    root.widthProperty().addListener((observable, before, now) -> squeeze(theme));
    theme.em().addListener((observable, before, now) -> squeeze(theme));
    new Keys(commands, presentation, overlay, this::shown).listenTo(root);
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

  /** Whether the page is shown to an audience, without the frame around it. */
  public ReadOnlyBooleanProperty presenting() {
    return presentation.on();
  }

  /** The pages in the order of the rail. */
  public List<Page> pages() {
    return pages;
  }

  /** The page that shows; empty before there is one. */
  public Optional<Page> shown() {
    return Optional.ofNullable(shown);
  }

  /** Tells the person something above the page, until they dismiss it. */
  public void notice(String sentence) {
    notices.tell(sentence);
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
  public void keys() {
    shown().ifPresent(status::hint);
  }

  @Override
  public void status(String text) {
    status.say(text);
  }

  @Override
  public void timing(String text) {
    status.timing(text);
  }

  /** Where there is little room for much text, the frame shows icons without words. */
  private void squeeze(Theme theme) {
    root.pseudoClassStateChanged(COMPACT, root.getWidth() < ENOUGH_EM * theme.em().get());
  }

  private void show(Page page) {
    if (rail != null) {
      boolean followed = rail.isFocusWithin();
      rail.mark(page);
      if (followed) {
        rail.focus();
      }
    }
    if (page.equals(shown)) {
      return;
    }
    if (shown != null) {
      shown.hidden();
    }
    Node view = views.computeIfAbsent(page.id(), absent -> page.view());
    place.getChildren().setAll(view);
    shown = page;
    status.hint(page);
    if (rail == null || !rail.isFocusWithin()) {
      // Not on a button, least of all one of another part of the window: Space and Enter must do
      // nothing by surprise.
      view.requestFocus();
    }
    title(page.title());
    page.shown();
  }
}

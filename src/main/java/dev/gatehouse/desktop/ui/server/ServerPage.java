package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.TwoPanes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The embedded server: its life and people at the left, its weaknesses at the right. */
public final class ServerPage implements Page {
  private static final double ENOUGH_EM = 60;

  private final WindowContext context;
  private final ServerModel model;
  private @Nullable WeaknessPane weaknesses;

  /** A page. */
  public ServerPage(WindowContext context) {
    this.context = context;
    this.model =
        new ServerModel(context.server(), context.background(), context.workbench().wire());
  }

  @Override
  public String id() {
    return "server";
  }

  @Override
  public String title() {
    return "Server";
  }

  @Override
  public Feather icon() {
    return Feather.SERVER;
  }

  @Override
  public Node view() {
    model.begin();
    VBox life =
        new VBox(
            new AddressCard(model, context),
            new PeopleCard(model, context.navigator()),
            new KeysCard(model, context),
            new AuthorityCard(model, context));
    life.getStyleClass().addAll(Styles.GAP_DOUBLE, Styles.PADDED_DOUBLE);
    ScrollPane left = new ScrollPane(life);
    left.setFitToWidth(true);
    left.getStyleClass().add("server-life");
    WeaknessPane right = new WeaknessPane(model);
    weaknesses = right;
    return new TwoPanes(left, right, context.theme().em(), ENOUGH_EM);
  }

  @Override
  public boolean show(Subject subject) {
    if (subject instanceof Subject.Weakness weakness) {
      model.search().set(weakness.name());
      return true;
    }
    return false;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of(
            "Shortcut+F",
            "Find a weakness",
            () -> {
              if (weaknesses != null) {
                weaknesses.focusSearch();
              }
            }));
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    if (context.server().running().get()) {
      commands.add(
          new Command("Server", "Harden everything", Feather.SHIELD, context.server()::harden));
      commands.add(
          new Command("Server", "Stop the server", Feather.SQUARE, context.server()::stop));
    } else {
      commands.add(
          new Command("Server", "Start the server", Feather.PLAY, context.server()::start));
    }
    model.facts().get().catalogue().weaknesses().stream()
        .map(weakness -> toggle(weakness.name()))
        .forEach(commands::add);
    return commands;
  }

  private Command toggle(String name) {
    boolean on = context.server().weaknesses().contains(name);
    return new Command(
        "Weakness",
        (on ? "Switch off " : "Switch on ") + name,
        Feather.ALERT_TRIANGLE,
        () -> context.server().weaken(name, !on));
  }
}

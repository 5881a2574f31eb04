package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackRunner;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.attack.crack.Progress;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Steppable;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.ServerOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * Attacks, carried out against a weakened server, where they work, and a hardened one, where not.
 */
final class CataloguePage implements Page, Steppable {
  private final WindowContext context;
  private final AttackModel model;
  private final AttackList list;

  CataloguePage(WindowContext context) {
    this.context = context;
    this.model =
        new AttackModel(
            Attacks.all(),
            (attack, progress) -> runner(progress).compare(attack),
            (work, done, failed) -> context.background().call(work, done, failed),
            Platform::runLater);
    this.list = new AttackList(model);
  }

  /** What became of each attack. */
  AttackModel model() {
    return model;
  }

  private AttackRunner runner(Consumer<Progress> progress) {
    OwnServer laboratory =
        context.workbench().laboratory("attacks", ServerOptions.onAnyPort().withHttps());
    return new AttackRunner(laboratory.server(), laboratory.wire(), progress);
  }

  @Override
  public String id() {
    return "catalogue";
  }

  @Override
  public String title() {
    return "Catalogue";
  }

  @Override
  public Feather icon() {
    return Feather.CROSSHAIR;
  }

  @Override
  public Node view() {
    AttackView view =
        new AttackView(
            model,
            new OfServer(context.server()),
            exchange -> context.navigator().open(new Subject.Past(exchange)));
    AttackPanes both = new AttackPanes(list, new AttackChooser(model), view, context.theme().em());
    both.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(event, view));
    return both;
  }

  /**
   * Space and the arrows step wherever the focus is, unless it is where they mean something, and
   * Esc cancels what is under way.
   */
  private void step(KeyEvent event, AttackView view) {
    if (event.getCode() == KeyCode.ESCAPE && model.running().get()) {
      // A list or a field that has the focus would keep it for itself.
      model.cancel();
      event.consume();
      return;
    }
    boolean typing = event.getTarget() instanceof TextInputControl;
    boolean pressing = event.getTarget() instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
    if (typing || pressing || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    switch (event.getCode()) {
      case SPACE, RIGHT -> view.forward();
      case LEFT -> model.previous();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private record OfServer(ServerStatus status) implements AttackView.Server {
    @Override
    public List<Catalogue.Item> rules() {
      return status.ask(server -> server.catalogue().rules()).orElseGet(List::of);
    }

    @Override
    public String summary(String weakness) {
      return status.summary(weakness).orElse("");
    }
  }

  @Override
  public List<Command> commands() {
    return model.all().stream()
        .map(
            attack ->
                new Command(
                    "Attack",
                    attack.card().title(),
                    icon(),
                    () -> context.navigator().open(new Subject.Attack(attack.name()))))
        .toList();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Enter", "Run the attack", model::run),
        Shortcut.of("Esc", "Cancel", model::cancel));
  }

  @Override
  public List<Shortcut> keysOfView() {
    return List.of(
        Shortcut.of("Space", "Next step", model::next),
        Shortcut.of("Right", "Next step", model::next),
        Shortcut.of("Left", "Step back", model::previous));
  }

  @Override
  public boolean show(Subject subject) {
    if (!(subject instanceof Subject.Attack wanted)) {
      return false;
    }
    Optional<Attack> known =
        model.all().stream().filter(attack -> attack.name().equals(wanted.name())).findFirst();
    known.ifPresent(model.selected()::set);
    return known.isPresent();
  }

  @Override
  public boolean next() {
    return model.next();
  }

  @Override
  public boolean previous() {
    return model.previous();
  }

  @Override
  public void presenting(boolean on) {
    list.setVisible(!on);
    list.setManaged(!on);
  }
}

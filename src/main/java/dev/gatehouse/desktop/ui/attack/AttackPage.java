package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackRunner;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Steppable;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * Attacks, carried out against a weakened server, where they work, and a hardened one, where not.
 */
public final class AttackPage implements Page, Steppable {
  private final WindowContext context;
  private final AttackModel model;
  private final AttackList list;

  /** The page. */
  public AttackPage(WindowContext context) {
    this.context = context;
    this.model =
        new AttackModel(
            Attacks.all(),
            attack -> runner().compare(attack),
            (work, done, failed) -> context.background().call(work, done, failed));
    this.list = new AttackList(model);
  }

  private AttackRunner runner() {
    OwnServer laboratory = context.workbench().laboratory("attacks");
    return new AttackRunner(laboratory.server(), laboratory.wire());
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
    AttackView view =
        new AttackView(
            model,
            () -> context.server().ask(server -> server.catalogue().rules()).orElseGet(List::of),
            exchange -> context.navigator().open(new Subject.Past(exchange)));
    HBox.setHgrow(view, Priority.ALWAYS);
    HBox both = new HBox(list, view);
    both.getStylesheets()
        .add(
            Objects.requireNonNull(AttackPage.class.getResource("attack.css"), "attack.css")
                .toExternalForm());
    return both;
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
  public boolean show(Subject subject) {
    if (!(subject instanceof Subject.Attack wanted)) {
      return false;
    }
    Optional<Attack> known = Attacks.named(wanted.name());
    known.ifPresent(attack -> select(attack.name()));
    return known.isPresent();
  }

  private void select(String name) {
    model.all().stream()
        .filter(attack -> attack.name().equals(name))
        .findFirst()
        .ifPresent(attack -> model.selected().set(attack));
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

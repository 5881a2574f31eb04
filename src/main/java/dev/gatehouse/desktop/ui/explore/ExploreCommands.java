package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.ui.compose.ComposeModel;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Navigator;
import dev.gatehouse.server.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the palette offers of this page. */
final class ExploreCommands {
  private static final String PAGE = "explore";

  private final ComposeModel model;
  private final Navigator navigator;
  private final Runnable history;

  ExploreCommands(ComposeModel model, Navigator navigator, Runnable history) {
    this.model = model;
    this.navigator = navigator;
    this.history = history;
  }

  List<Command> all() {
    List<Command> commands = new ArrayList<>();
    commands.add(new Command("Request", "Send", Feather.SEND, opening(model::send)));
    commands.add(new Command("Request", "History", Feather.CLOCK, opening(history)));
    for (DemoPerson person : model.factsProperty().get().people()) {
      commands.add(
          new Command(
              "Request",
              "As " + person.name(),
              Feather.USER,
              opening(() -> model.credential().personProperty().set(person.id()))));
    }
    for (CredentialType type : model.credential().types()) {
      commands.add(
          new Command(
              "Request",
              "With " + type.label(),
              Feather.KEY,
              opening(() -> model.credential().choose(type.type()))));
    }
    return commands;
  }

  private Runnable opening(Runnable action) {
    return () -> {
      navigator.open(PAGE);
      action.run();
    };
  }
}

package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.workbench.AccountCalls;
import dev.gatehouse.desktop.workbench.Workbench.State;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Server page shows and does. Belongs to the JavaFX thread. */
final class ServerModel {
  /**
   * What the lists of the authorization server are called, each with a grant or a page after it.
   */
  private static final String OAUTH = "oauth-";

  private static final String OAUTH_LABEL = "OAuth 2.0";

  private final ServerStatus status;
  private final Background background;
  private final Wire wire;
  private final ReadOnlyObjectWrapper<RunningServer> facts =
      new ReadOnlyObjectWrapper<>(RunningServer.none());
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<WeaknessGroup> groups = FXCollections.observableArrayList();
  private final List<CredentialType> types = CredentialTypes.all();

  ServerModel(ServerStatus status, Background background, Wire wire) {
    this.status = status;
    this.wire = wire;
    this.background = background;
    search.addListener((observable, before, now) -> group());
  }

  /** Begins to follow the server. Not before somebody looks: what is asked of it takes a moment. */
  void begin() {
    status.state().addListener((observable, before, now) -> changed(now));
    changed(status.state().get());
  }

  /** The server's life, to bind to. */
  ServerStatus status() {
    return status;
  }

  /** What the running server has; {@link RunningServer#none} while none runs. */
  ReadOnlyObjectProperty<RunningServer> facts() {
    return facts.getReadOnlyProperty();
  }

  /** The server's own calls for what proves people. */
  AccountCalls calls() {
    return new AccountCalls(wire, URI.create(facts.get().http()));
  }

  /** The tokens of a person of the running server, none of which is known yet. */
  TokensModel tokensOf(DemoPerson person) {
    return new TokensModel(person, calls(), background);
  }

  /** What weaknesses are searched for. */
  StringProperty search() {
    return search;
  }

  /** The weaknesses that fit the search, by type of credential. */
  ObservableList<WeaknessGroup> groups() {
    return groups;
  }

  /** Whether stopping or resetting would lose something: recorded exchanges or switches. */
  boolean wouldLoseSomething() {
    boolean recorded =
        status.ask(server -> !server.exchanges().after(null, 1).isEmpty()).orElse(false);
    return recorded || !status.weaknesses().isEmpty();
  }

  /**
   * Writes the certificate authority to a file, for other programs to trust.
   *
   * @throws IOException if it cannot be written
   */
  void export(Path file) throws IOException {
    if (facts.get().authority().isPresent()) {
      Files.writeString(
          file, Authority.pem(facts.get().authority().get()), StandardCharsets.US_ASCII);
    }
  }

  private void changed(State now) {
    if (now == State.RUNNING) {
      ask(
          RunningServer::atOnce,
          first -> {
            show(first);
            ask(RunningServer::of, this::show);
          });
    } else {
      show(RunningServer.none());
    }
  }

  private void ask(
      Function<GatehouseServer, RunningServer> question, Consumer<RunningServer> answered) {
    background.call(
        () -> status.ask(question).orElseGet(RunningServer::none),
        answered,
        wrong -> show(RunningServer.none()));
  }

  private void show(RunningServer next) {
    facts.set(next);
    group();
  }

  private void group() {
    groups.setAll(WeaknessGroup.of(facts.get().catalogue(), search.get(), this::label));
  }

  private String label(String type) {
    return types.stream()
        .filter(known -> known.type().equals(type))
        .map(CredentialType::label)
        .findFirst()
        .orElse(type.startsWith(OAUTH) ? OAUTH_LABEL : type);
  }
}

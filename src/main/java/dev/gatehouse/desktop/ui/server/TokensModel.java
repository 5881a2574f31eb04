package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.workbench.AccountCalls;
import dev.gatehouse.desktop.workbench.PersonalToken;
import dev.gatehouse.server.DemoPerson;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The personal access tokens of one person. Belongs to the JavaFX thread. */
final class TokensModel {
  private final DemoPerson person;
  private final AccountCalls calls;
  private final Background background;
  private final ObservableList<PersonalToken> tokens = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper minted = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(false);

  /** None known yet. */
  TokensModel(DemoPerson person, AccountCalls calls, Background background) {
    this.person = person;
    this.calls = calls;
    this.background = background;
  }

  /** Whose they are. */
  DemoPerson person() {
    return person;
  }

  /** What the server said last. */
  ObservableList<PersonalToken> tokens() {
    return tokens;
  }

  /** The token that was just made, to be copied now or never; empty if none was. */
  ReadOnlyStringProperty minted() {
    return minted.getReadOnlyProperty();
  }

  /** What the server refused, in its words; empty if nothing. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the server was asked already. */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Asks the server which there are. */
  void refresh() {
    ask(() -> calls.tokens(person));
  }

  /** Makes one; a name of blanks only is left to the server to refuse. */
  void mint(String name, TokenReach reach, TokenLife life) {
    problem.set("");
    Instant end = Instant.now().plus(life.length());
    background.call(
        () -> calls.mint(person, name, reach.scopes(), end),
        token -> {
          minted.set(token);
          refresh();
        },
        this::refused);
  }

  /** Ends one, and shows what is left. */
  void revoke(PersonalToken token) {
    minted.set("");
    ask(
        () -> {
          calls.revoke(person, token);
          return calls.tokens(person);
        });
  }

  private void ask(Callable<List<PersonalToken>> question) {
    problem.set("");
    background.call(question, this::show, this::refused);
  }

  private void show(List<PersonalToken> found) {
    tokens.setAll(found);
    known.set(true);
  }

  private void refused(Throwable wrong) {
    problem.set(String.valueOf(wrong.getMessage()));
  }
}

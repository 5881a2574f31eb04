package dev.gatehouse.desktop.ui.forge;

import dev.gatehouse.desktop.attack.forge.Forgeries;
import dev.gatehouse.desktop.attack.forge.Forgery;
import dev.gatehouse.desktop.attack.forge.SeenToken;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.compose.ComposeModel;
import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.desktop.ui.compose.FieldModel;
import dev.gatehouse.desktop.ui.compose.JwtModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which token is taken, what it is to say, and how it is forged. Belongs to the JavaFX thread,
 * except for {@link #forging}.
 */
final class ForgeModel {
  private static final String TOKEN = "token";

  private final ComposeModel compose;
  private final Supplier<List<Exchange>> sent;
  private final JwtModel token;
  private final ObjectProperty<Forgery> forgery;
  private final Map<Forgery.Choice, StringProperty> choices = new HashMap<>();
  private final StringProperty forged = new SimpleStringProperty(this, "forged", "");
  private volatile Forging forging;

  /**
   * The token of the attacker, nothing forged yet.
   *
   * @param compose sends; the type of its credential is a token from now on
   * @param sent what was sent so far, newest first
   */
  ForgeModel(ComposeModel compose, Supplier<List<Exchange>> sent) {
    this.compose = compose;
    this.sent = sent;
    compose.load(
        new Composition("GET", "/me", "dave", "jwt", Map.of(), Composition.first().headers(), ""));
    this.token = compose.token(field());
    this.forgery = new SimpleObjectProperty<>(all().get(1));
    this.forging = new Forging(forgery.get(), Map.of());
    forgery.addListener((observable, before, now) -> choose());
    choose();
  }

  /** The call that is made with the forged token. */
  ComposeModel compose() {
    return compose;
  }

  /** What the token is to say. */
  JwtModel token() {
    return token;
  }

  /** Every forgery. */
  List<Forgery> all() {
    return Forgeries.all();
  }

  /** The chosen one. */
  ObjectProperty<Forgery> forgery() {
    return forgery;
  }

  /** What is chosen of this. */
  StringProperty chosen(Forgery.Choice choice) {
    return choices.computeIfAbsent(
        choice,
        first -> {
          StringProperty value = new SimpleStringProperty(first.values().get(0));
          value.addListener((observable, before, now) -> choose());
          return value;
        });
  }

  /** The token that was forged last, a secret; empty if none was. */
  StringProperty forged() {
    return forged;
  }

  /** The forgery as it is chosen now. Safe on any thread. */
  Forging forging() {
    return forging;
  }

  /** The tokens that there are to begin with. */
  List<SeenToken> seen() {
    return SeenToken.in(compose.factsProperty().get().people(), sent.get());
  }

  /** Takes this token as the one that is changed. */
  void take(SeenToken seen) {
    field().take(seen.text());
  }

  private FieldModel field() {
    return compose.credential().fields().stream()
        .filter(field -> field.field().name().equals(TOKEN))
        .findFirst()
        .orElseThrow();
  }

  private void choose() {
    Map<String, String> chosen = new HashMap<>();
    for (Forgery.Choice choice : forgery.get().choices()) {
      chosen.put(choice.name(), chosen(choice).get());
    }
    forging = new Forging(forgery.get(), chosen);
  }
}

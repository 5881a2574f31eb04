package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.credential.HumanTime;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.MaskedField;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.workbench.PersonalToken;
import java.time.Instant;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A person's tokens for programs of theirs: which there are, a new one, and an end to one. */
final class TokensPane extends VBox {
  private static final String ONCE =
      "Copy it now: the server keeps only its hash, and nobody can be shown it again. In Explore it"
          + " goes with Bearer token.";

  private final TokensModel model;
  private final VBox rows = new VBox();
  private final VBox fresh = new VBox();

  TokensPane(TokensModel model) {
    this.model = model;
    getStyleClass().addAll("tokens", Styles.GAP);
    rows.getStyleClass().add(Styles.GAP);
    fresh.getStyleClass().addAll(Styles.GAP_HALF, "fresh-token");
    Label heading = new Label("Personal access tokens");
    heading.getStyleClass().add(Styles.STRONG);
    Label problem = quiet("");
    problem.textProperty().bind(model.problem());
    problem.getStyleClass().add(Styles.FAILED);
    showIfSaid(problem);
    getChildren().addAll(heading, rows, fresh, problem, form());
    model.tokens().addListener((ListChangeListener<PersonalToken>) change -> list());
    model.known().addListener((observable, before, now) -> list());
    model.minted().addListener((observable, before, now) -> reveal(now));
    list();
    reveal("");
  }

  private void list() {
    rows.getChildren().setAll(model.tokens().stream().map(this::row).toList());
    if (rows.getChildren().isEmpty()) {
      rows.getChildren()
          .add(
              quiet(
                  model.known().get()
                      ? "None yet. One is for a program that acts for "
                          + model.person().name()
                          + " without their password."
                      : "Asking the server…"));
    }
  }

  private Node row(PersonalToken token) {
    Label name = new Label(token.name());
    name.setWrapText(true);
    Label about = quiet(String.join(" ", token.scopes()) + "\n" + times(token));
    VBox words = new VBox(name, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button revoke = new Button("Revoke", Icons.of(Feather.TRASH_2));
    revoke.setMinWidth(USE_PREF_SIZE);
    revoke.setAccessibleText("Revoke " + token.name() + " of " + model.person().name());
    revoke.setOnAction(event -> model.revoke(token));
    HBox row = new HBox(words, revoke);
    row.getStyleClass().addAll(Styles.GAP, "token-row");
    return row;
  }

  private static String times(PersonalToken token) {
    Instant now = Instant.now();
    Instant end = token.expiresAt();
    Instant used = token.lastUsedAt();
    return (end == null ? "never ends" : "ends " + HumanTime.relative(end, now))
        + " · "
        + (used == null ? "never used" : "last used " + HumanTime.relative(used, now));
  }

  private void reveal(String token) {
    fresh.getChildren().clear();
    fresh.setVisible(!token.isEmpty());
    fresh.setManaged(!token.isEmpty());
    if (!token.isEmpty()) {
      MaskedField field = new MaskedField("new token of " + model.person().name(), token);
      fresh.getChildren().addAll(field, quiet(ONCE));
    }
  }

  private Node form() {
    TextField name = new TextField();
    name.setPromptText("What is a new one for?");
    name.setAccessibleText("What the new token of " + model.person().name() + " is for");
    ComboBox<TokenReach> reach = choice("What it may do", List.of(TokenReach.values()));
    ComboBox<TokenLife> life = choice("How long it is good", List.of(TokenLife.values()));
    life.setValue(TokenLife.MONTH);
    Button mint = new Button("Create", Icons.of(Feather.PLUS));
    mint.setMinWidth(USE_PREF_SIZE);
    mint.setAccessibleText("Create a token for " + model.person().name());
    Tip.on(mint, "POST /me/tokens, as " + model.person().name());
    mint.disableProperty().bind(name.textProperty().isEmpty());
    Runnable create = () -> model.mint(name.getText(), reach.getValue(), life.getValue());
    // What was refused can be mended.
    model.minted().addListener((observable, before, now) -> name.clear());
    mint.setOnAction(event -> create.run());
    name.setOnAction(
        event -> {
          if (!name.getText().isEmpty()) {
            create.run();
          }
        });
    HBox.setHgrow(reach, Priority.ALWAYS);
    HBox.setHgrow(name, Priority.ALWAYS);
    life.setMinWidth(USE_PREF_SIZE);
    HBox terms = new HBox(reach, life);
    terms.getStyleClass().add(Styles.GAP);
    HBox what = new HBox(name, mint);
    what.getStyleClass().add(Styles.GAP);
    VBox form = new VBox(terms, what);
    form.getStyleClass().add(Styles.GAP);
    return form;
  }

  private static <T> ComboBox<T> choice(String what, List<T> values) {
    ComboBox<T> choice = new ComboBox<>();
    choice.getItems().setAll(values);
    choice.setValue(values.get(0));
    choice.setAccessibleText(what);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setMinWidth(0);
    return choice;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    return label;
  }

  private static void showIfSaid(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.textProperty().isNotEmpty());
  }
}

package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.workbench.IssuerKey;
import dev.gatehouse.server.DemoPerson;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The public keys that the server has published, and a button that makes new ones. */
final class KeysCard extends StackPane {
  private static final String ADMINISTRATOR = "admin";

  private final ServerModel model;
  private final WindowContext context;
  private final VBox rows = new VBox();
  private final Button rotate = new Button("Rotate the keys", Icons.of(Feather.REFRESH_CW));

  KeysCard(ServerModel model, WindowContext context) {
    this.model = model;
    this.context = context;
    rows.getStyleClass().add(Styles.GAP_HALF);
    Label why =
        quiet(
            "Tokens are signed with these. After a rotation tokens by the keys of before stay good until"
                + " they end, and whoever caches keys has to fetch them again.");
    rotate.setId("rotate-keys");
    Tip.on(rotate, "POST /admin/keys/rotate, as the administrator");
    rotate.setOnAction(event -> administrator().ifPresent(this::rotate));
    VBox body = new VBox(why, rows, rotate);
    body.getStyleClass().add(Styles.GAP_WIDE);
    getChildren().add(Card.titled("Signing keys", "at /.well-known/jwks.json").withBody(body));
    model.facts().addListener((observable, before, now) -> begin(now));
    begin(model.facts().get());
  }

  private void begin(RunningServer facts) {
    boolean runs = !facts.people().isEmpty();
    setVisible(runs);
    setManaged(runs);
    if (runs) {
      ask();
    }
  }

  private void ask() {
    context.background().call(() -> model.calls().keys(), this::show, this::explain);
  }

  private void show(List<IssuerKey> keys) {
    rows.getChildren().setAll(keys.stream().map(KeysCard::row).toList());
  }

  private void rotate(DemoPerson administrator) {
    rotate.setDisable(true);
    context
        .background()
        .call(
            () -> model.calls().rotateKeys(administrator),
            kid -> {
              rotate.setDisable(false);
              rotate.requestFocus();
              context.navigator().status("New keys: tokens are now signed with " + kid);
              ask();
            },
            wrong -> {
              rotate.setDisable(false);
              explain(wrong);
            });
  }

  private Optional<DemoPerson> administrator() {
    return model.facts().get().people().stream()
        .filter(person -> person.roles().contains(ADMINISTRATOR))
        .findFirst();
  }

  private void explain(Throwable wrong) {
    context.navigator().status(String.valueOf(wrong.getMessage()));
  }

  private static Node row(IssuerKey key) {
    Label kid = new Label(key.kid());
    kid.getStyleClass().add(Styles.CODE);
    kid.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(kid, Priority.ALWAYS);
    Label state = quiet(key.signing() ? "signs " + key.algorithm() : "verifies only");
    state.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(kid, state);
    row.getStyleClass().addAll(Styles.GAP, "field-line");
    return row;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    return label;
  }
}

package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.export.CurlCommand;
import dev.gatehouse.desktop.ui.shell.SaveDialog;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import java.security.cert.X509Certificate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The certificate authority of the server, for other programs to trust. */
final class AuthorityCard extends StackPane {

  private final ServerModel model;
  private final WindowContext context;
  private final VBox body = new VBox();

  AuthorityCard(ServerModel model, WindowContext context) {
    this.model = model;
    this.context = context;
    body.getStyleClass().add(Styles.GAP_WIDE);
    getChildren().add(Card.titled("Certificate authority", "").withBody(body));
    model.facts().addListener((observable, before, now) -> show(now));
    show(model.facts().get());
  }

  private void show(RunningServer facts) {
    body.getChildren().clear();
    managedProperty().set(facts.authority().isPresent());
    setVisible(facts.authority().isPresent());
    facts.authority().ifPresent(this::fill);
  }

  private void fill(X509Certificate certificate) {
    Label why =
        new Label(
            "This window trusts it by itself. Other programs need the file: curl --cacert "
                + CurlCommand.AUTHORITY_FILE);
    why.setWrapText(true);
    why.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    String fingerprint = Authority.fingerprint(certificate);
    int half = fingerprint.length() / 2;
    Label shown =
        new Label(fingerprint.substring(0, half) + "\n" + fingerprint.substring(half + 1));
    shown.getStyleClass().addAll(Styles.CODE, "fingerprint");
    shown.setMinWidth(0);
    shown.setAccessibleText("SHA-256 fingerprint " + fingerprint);
    HBox.setHgrow(shown, Priority.ALWAYS);
    HBox print = new HBox(shown, new CopyButton("the fingerprint", () -> fingerprint));
    print.getStyleClass().add(Styles.GAP);
    Label name = new Label("SHA-256 fingerprint");
    name.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    Button save = new Button("Export as PEM…", Icons.of(Feather.DOWNLOAD));
    save.setOnAction(event -> export());
    body.getChildren().addAll(why, new VBox(name, print), save);
  }

  private void export() {
    new SaveDialog("Export the certificate authority", CurlCommand.AUTHORITY_FILE, "PEM", "pem")
        .open(context, this, model::export);
  }
}

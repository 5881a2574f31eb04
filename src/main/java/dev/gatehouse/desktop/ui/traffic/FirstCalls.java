package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.Evidence;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the list of exchanges shows while it is empty: calls to be copied into a terminal. */
final class FirstCalls extends VBox {
  private final ServerStatus server;

  FirstCalls(ServerStatus server) {
    this.server = server;
    getStyleClass().add("empty-state");
    Label sentence = wrapped("Nothing has called the API yet");
    sentence.getStyleClass().add("sentence");
    Label advice =
        wrapped("Whatever calls it shows up here: curl, a browser, your own program. Try it:");
    advice.getStyleClass().add(Styles.QUIET);
    HBox withKey =
        line(
            "a call with Alice's API key",
            () -> call(" -H 'X-API-Key: " + Evidence.MASK + "'"),
            () -> call(" -H 'X-API-Key: " + apiKey() + "'"));
    withKey.visibleProperty().bind(server.running());
    withKey.managedProperty().bind(server.running());
    getChildren()
        .addAll(
            Icons.of(Feather.ACTIVITY, "large", Styles.QUIET),
            sentence,
            advice,
            line("a call without a credential", () -> call(""), () -> call("")),
            withKey);
  }

  private HBox line(String what, Supplier<String> shown, Supplier<String> copied) {
    Label text = wrapped("");
    text.getStyleClass().add(Styles.CODE);
    text.textProperty().bind(Bindings.createStringBinding(shown::get, server.address()));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text, new CopyButton(what, copied));
    line.getStyleClass().add("curl-line");
    return line;
  }

  private String call(String header) {
    String address = server.ask(GatehouseServer::http).map(Object::toString).orElse("");
    return address.isEmpty()
        ? "The server is not running."
        : "curl -i" + header + " " + address + "/me";
  }

  private String apiKey() {
    return server.ask(GatehouseServer::people).stream()
        .flatMap(people -> people.stream())
        .filter(person -> person.id().equals("alice"))
        .map(DemoPerson::secrets)
        .map(secrets -> secrets.getOrDefault("apiKey", ""))
        .findFirst()
        .orElse("");
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}

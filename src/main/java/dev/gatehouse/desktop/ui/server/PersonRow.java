package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.shell.Navigator;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.MaskedField;
import dev.gatehouse.desktop.ui.widget.OpenField;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.server.DemoPerson;
import java.util.Comparator;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A person: name and story, and below them, when opened, every secret with its curl line, and the
 * tokens that they made.
 */
final class PersonRow extends VBox {
  private final DemoPerson person;
  private final String base;
  private final Navigator navigator;

  PersonRow(TokensModel tokens, String base, Navigator navigator) {
    this.person = tokens.person();
    this.base = base;
    this.navigator = navigator;
    ToggleButton opener = opener();
    opener.setId("person-" + person.id());
    VBox secrets = new VBox(secrets(), new TokensPane(tokens));
    secrets.visibleProperty().bind(opener.selectedProperty());
    secrets.managedProperty().bind(opener.selectedProperty());
    opener
        .selectedProperty()
        .addListener(
            (observable, before, now) -> {
              if (now) {
                tokens.refresh();
              }
            });
    getStyleClass().add("person");
    getChildren().addAll(opener, secrets);
  }

  private ToggleButton opener() {
    Label name = new Label(person.name());
    name.getStyleClass().add(Styles.STRONG);
    Label story = new Label(person.story());
    story.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    story.setWrapText(true);
    VBox words = new VBox(name, story);
    HBox.setHgrow(words, Priority.ALWAYS);
    ToggleButton opener = new ToggleButton();
    Label chevron = new Label();
    chevron
        .graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    Icons.of(
                        opener.isSelected() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT,
                        Styles.QUIET),
                opener.selectedProperty()));
    HBox content = new HBox(Icons.of(Feather.USER, Styles.QUIET), words, chevron);
    content.getStyleClass().add("person-line");
    opener.setGraphic(content);
    opener.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    opener.setMaxWidth(Double.MAX_VALUE);
    opener.getStyleClass().add("person-opener");
    content.prefWidthProperty().bind(opener.widthProperty().subtract(2));
    opener
        .accessibleTextProperty()
        .bind(
            Bindings.when(opener.selectedProperty())
                .then(person.name() + ", " + person.story() + ", hide the credentials")
                .otherwise(person.name() + ", " + person.story() + ", show the credentials"));
    return opener;
  }

  private GridPane secrets() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("secrets");
    person.secrets().entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, String> secret) -> SecretName.rank(secret.getKey())))
        .forEach(secret -> addTo(grid, secret.getKey(), secret.getValue()));
    Label label = new Label("Copy a curl line with");
    label.getStyleClass().add(Styles.QUIET);
    grid.add(new VBox(label, curlLines()), 0, grid.getRowCount(), 2, 1);
    return grid;
  }

  private void addTo(GridPane grid, String name, String secret) {
    Label label = new Label(SecretName.label(name));
    label.getStyleClass().add(Styles.QUIET);
    label.setMinWidth(USE_PREF_SIZE);
    String what = SecretName.label(name) + " of " + person.name();
    Node field =
        SecretName.isOpen(name) ? new OpenField(what, secret) : new MaskedField(what, secret);
    GridPane.setHgrow(field, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, field);
  }

  private FlowPane curlLines() {
    FlowPane links = new FlowPane();
    links.getStyleClass().add("curl-lines");
    PersonalCurlLines.of(person, base)
        .forEach((type, line) -> links.getChildren().add(curl(type, line)));
    return links;
  }

  private Button curl(String type, String line) {
    Button button = new Button(type);
    button.getStyleClass().add(Styles.LINK);
    button.setMinWidth(USE_PREF_SIZE);
    Tip.on(button, "Copy a curl command that presents it");
    button.setAccessibleText("Copy a curl command for " + person.name() + " with " + type);
    button.setOnAction(
        event -> {
          CopyButton.copy(line);
          navigator.status("Copied: paste it into a terminal, and see it arrive in Traffic");
        });
    return button;
  }
}

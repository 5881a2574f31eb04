package dev.gatehouse.desktop.ui.forge;

import dev.gatehouse.desktop.attack.forge.Forgery;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How the token is signed: a forgery, and what there is to choose of it. */
final class ForgeryCard extends StackPane {
  private final ForgeModel model;
  private final Label does = new Label();
  private final VBox choices = new VBox();
  private final Button attack = new Button("In the catalogue");

  /**
   * A card.
   *
   * @param open opens the attack of this name in the catalogue
   */
  ForgeryCard(ForgeModel model, Consumer<String> open) {
    this.model = model;
    ComboBox<Forgery> all = new ComboBox<>();
    all.setId("forgery");
    all.setAccessibleText("How it is forged");
    all.getItems().setAll(model.all());
    all.setConverter(new Titles());
    all.setMaxWidth(Double.MAX_VALUE);
    all.setVisibleRowCount(12);
    all.getItems().stream()
        .filter(one -> one.title().equals(model.forgery().get().title()))
        .findFirst()
        .ifPresent(all::setValue);
    all.valueProperty().addListener((observable, before, now) -> model.forgery().set(now));
    does.setWrapText(true);
    does.setMinHeight(Region.USE_PREF_SIZE);
    does.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    choices.getStyleClass().add(Styles.GAP_HALF);
    choices.managedProperty().bind(choices.visibleProperty());
    attack.getStyleClass().addAll(Styles.LINK, Styles.SMALL);
    attack.setOnAction(event -> open.accept(model.forgery().get().attack()));
    VBox body = new VBox(all, does, choices);
    body.getStyleClass().add(Styles.GAP);
    Card card = Card.titled("Signature", "").withTools(attack).withBody(body);
    card.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(card);
    model.forgery().addListener((observable, before, now) -> show(now));
    show(model.forgery().get());
  }

  private void show(Forgery forgery) {
    does.setText(forgery.does());
    attack.setVisible(!forgery.attack().isEmpty());
    choices.getChildren().setAll(forgery.choices().stream().map(this::row).toList());
    choices.setVisible(!forgery.choices().isEmpty());
  }

  private Node row(Forgery.Choice choice) {
    Label name = new Label(choice.name());
    name.getStyleClass().add(Styles.CODE);
    name.setMinWidth(Region.USE_PREF_SIZE);
    ComboBox<String> values = new ComboBox<>();
    values.setId("forge-" + choice.name());
    values.setAccessibleText(choice.name());
    values.setEditable(true);
    values.getStyleClass().add(Styles.CODE);
    values.getItems().setAll(choice.values());
    values.setValue(model.chosen(choice).get());
    // As it is written, not only once Enter was pressed.
    values
        .getEditor()
        .textProperty()
        .addListener((observable, before, now) -> model.chosen(choice).set(now));
    values.setMaxWidth(Double.MAX_VALUE);
    values.setPrefWidth(0);
    HBox.setHgrow(values, Priority.ALWAYS);
    HBox row = new HBox(name, values);
    row.getStyleClass().addAll(Styles.GAP, "forge-choice");
    return row;
  }

  private static final class Titles extends StringConverter<Forgery> {
    @Override
    public String toString(@Nullable Forgery forgery) {
      return forgery == null ? "" : forgery.title();
    }

    @Override
    public Forgery fromString(String title) {
      throw new UnsupportedOperationException("forgeries are chosen, not typed");
    }
  }
}

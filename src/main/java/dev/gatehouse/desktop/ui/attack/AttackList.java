package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every attack in a list that can be filtered, with what became of it. */
final class AttackList extends VBox {
  private final AttackModel model;
  private final ListView<Attack> list = new ListView<>();
  private final TextField filter = new TextField();
  private final Label tally = new Label();

  AttackList(AttackModel model) {
    this.model = model;
    getStyleClass().addAll(Styles.SIDE, Styles.GAP_WIDE, "attack-list");
    filter.setId("attack-filter");
    filter.setPromptText("Filter…");
    filter.setAccessibleText("Filter the attacks");
    filter.textProperty().addListener((observable, before, now) -> fill());
    list.setAccessibleText("Attacks");
    list.setCellFactory(view -> new Cell());
    list.setPlaceholder(new Label("No attack has these words in it."));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != null) {
                model.selected().set(now);
              }
            });
    model.selected().addListener((observable, before, now) -> showSelected());
    model.outcomes().addListener((MapChangeListener<String, AttackOutcome>) change -> look());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(new SectionTitle(model.all().size() + " attacks"), filter, list, tally, runAll());
    tally.setWrapText(true);
    tally.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    tally.setMinHeight(Region.USE_PREF_SIZE);
    tally.managedProperty().bind(tally.textProperty().isNotEmpty());
    fill();
  }

  private void look() {
    list.refresh();
    tally.setText(model.tally());
  }

  private Node runAll() {
    Button button = new Button("Run all of them");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> model.runAll());
    button.disableProperty().bind(model.running());
    return button;
  }

  private void fill() {
    list.getItems().setAll(model.matching(filter.getText()));
    showSelected();
  }

  private void showSelected() {
    Attack selected = model.selected().get();
    boolean chosenHere = selected.equals(list.getSelectionModel().getSelectedItem());
    list.getSelectionModel().select(selected);
    if (!chosenHere) {
      list.scrollTo(selected);
    }
  }

  /** An attack: its title, above the first of its group the group's, and what became of it. */
  private final class Cell extends ListCell<Attack> {
    Cell() {
      // As wide as the list, whatever is in it: a long title is cut, and nothing scrolls sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Attack attack, boolean empty) {
      super.updateItem(attack, empty);
      setText(null);
      if (empty || attack == null) {
        setGraphic(null);
        return;
      }
      Label title = new Label(attack.card().title());
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox line = new HBox(title, space);
      line.getStyleClass().add("attack-line");
      String word = "not run";
      @Nullable AttackOutcome outcome = model.outcomes().get(attack.name());
      if (outcome != null) {
        boolean well = outcome.asItShouldBe();
        word = well ? "works when weakened, blocked when hardened" : "not as it should be";
        line.getChildren()
            .add(
                well
                    ? Icons.of(Feather.SHIELD, Styles.PASSED)
                    : Icons.of(Feather.ALERT_TRIANGLE, Styles.FAILED));
      }
      setAccessibleText(attack.card().title() + ", " + word);
      setGraphic(firstOfItsGroup(attack) ? new VBox(group(attack), line) : line);
    }

    private boolean firstOfItsGroup(Attack attack) {
      int index = getIndex();
      return index == 0
          || !list.getItems().get(index - 1).card().group().equals(attack.card().group());
    }

    private Label group(Attack attack) {
      Label name = new Label(attack.card().group().title());
      name.getStyleClass().addAll(Styles.QUIET, Styles.SMALL, "attack-group");
      return name;
    }
  }
}

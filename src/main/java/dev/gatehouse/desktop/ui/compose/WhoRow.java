package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.server.DemoPerson;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Who calls and with what: {@code as Alice}, {@code with JWT}. */
final class WhoRow extends HBox {
  private static final String NOBODY_NAME = "Nobody";
  private static final String NOBODY_STORY = "no credential is filled in";

  private final ComposeModel model;

  WhoRow(ComposeModel model) {
    this.model = model;
    getStyleClass().add(Styles.GAP);
    getChildren().addAll(people(), types());
  }

  private ComboBox<String> people() {
    ComboBox<String> people = new ComboBox<>();
    people.setId("person");
    people.setAccessibleText("As whom");
    people.setCellFactory(list -> new ChoiceCell<>("", this::name, this::story));
    people.setButtonCell(new ChoiceCell<>("as", this::name, id -> ""));
    fill(people);
    model.factsProperty().addListener((observable, old, now) -> fill(people));
    StringProperty person = model.credential().personProperty();
    people.valueProperty().addListener((observable, old, now) -> choose(person, now));
    person.addListener((observable, old, now) -> people.setValue(now));
    return grown(people);
  }

  /** The box has no value for a moment while it is filled; nobody has chosen that. */
  private static void choose(StringProperty person, @Nullable String id) {
    if (id != null) {
      person.set(id);
    }
  }

  private void fill(ComboBox<String> people) {
    String chosen = model.credential().personProperty().get();
    people
        .getItems()
        .setAll(model.factsProperty().get().people().stream().map(DemoPerson::id).toList());
    people.getItems().add(Composition.NOBODY);
    if (!people.getItems().contains(chosen)) {
      people.getItems().add(0, chosen);
    }
    people.setValue(chosen);
  }

  private ComboBox<CredentialType> types() {
    ComboBox<CredentialType> types = new ComboBox<>();
    types.setId("credential-type");
    types.setAccessibleText("With which credential");
    types.setCellFactory(list -> new ChoiceCell<>("", TypeWords::name, TypeWords::remark));
    types.setButtonCell(new ChoiceCell<>("with", TypeWords::name, type -> ""));
    types.getItems().setAll(model.credential().types());
    types.valueProperty().bindBidirectional(model.credential().typeProperty());
    ComboBox<CredentialType> grown = grown(types);
    // The names of people are shorter than those of what they show.
    grown.setPrefWidth(USE_COMPUTED_SIZE);
    grown.getStyleClass().add("wider");
    return grown;
  }

  private static <T> ComboBox<T> grown(ComboBox<T> box) {
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(0);
    box.setMinWidth(0);
    box.setVisibleRowCount(12);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private String name(String id) {
    return id.equals(Composition.NOBODY)
        ? NOBODY_NAME
        : model.factsProperty().get().person(id).map(DemoPerson::name).orElse(id);
  }

  private String story(String id) {
    return id.equals(Composition.NOBODY)
        ? NOBODY_STORY
        : model.factsProperty().get().person(id).map(DemoPerson::story).orElse("");
  }

  /** A name with a quiet word before it or a quiet remark after it. */
  private static final class ChoiceCell<T> extends ListCell<T> {
    private final Label before = new Label();
    private final Label name = new Label();
    private final Label after = new Label();
    private final HBox line = new HBox(before, name, after);
    private final Function<T, String> names;
    private final Function<T, String> remarks;

    ChoiceCell(String word, Function<T, String> names, Function<T, String> remarks) {
      this.names = names;
      this.remarks = remarks;
      before.setText(word);
      before.setManaged(!word.isEmpty());
      before.setMinWidth(Region.USE_PREF_SIZE);
      before.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
      after.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
      line.getStyleClass().addAll(Styles.GAP, "choice");
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      name.setText(names.apply(item));
      after.setText(remarks.apply(item));
      after.setManaged(!after.getText().isEmpty());
      setGraphic(line);
    }
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.Field;
import dev.gatehouse.desktop.credential.Passing;
import dev.gatehouse.server.DemoPerson;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Who calls and with what: the person, the type of credential, and its fields, filled in with what
 * the demo person has. What somebody wrote in a field belongs to that person and type: it is there
 * again when both are chosen again.
 */
public final class CredentialModel {
  private static final String NONE = "none";

  private record Choice(String person, String type) {}

  /**
   * What the person of a choice has.
   *
   * @param own before anything was chosen in its fields
   * @param fitting given what is chosen there
   */
  private record Fitting(Choice choice, Map<String, String> own, Map<String, String> fitting) {}

  private final List<CredentialType> types;
  private final ObjectProperty<ServerFacts> facts;
  private final StringProperty person = new SimpleStringProperty(this, "person", "");
  private final ObjectProperty<CredentialType> type;
  private final ObservableList<FieldModel> fields = FXCollections.observableArrayList();
  private final Map<Choice, Map<String, String>> editsBefore = new HashMap<>();
  private final Map<Choice, Map<String, String>> ownBefore = new HashMap<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
  private final Latest<Fitting> fitting;
  private Set<String> passing = Set.of();
  private String typeBeforeNobody = "";

  /**
   * A model.
   *
   * @param background asks what a person has: the keys for it may have to be made first
   * @param screen the JavaFX thread
   */
  CredentialModel(
      List<CredentialType> types,
      ObjectProperty<ServerFacts> facts,
      Executor background,
      Executor screen) {
    this.types = List.copyOf(types);
    this.facts = facts;
    fitting = new Latest<>(background, screen, this::fit);
    type = new SimpleObjectProperty<>(this, "type", types.get(0));
    type.addListener((observable, old, now) -> typeChanged(old));
    person.addListener((observable, old, now) -> personChanged(old));
    facts.addListener((observable, old, now) -> informed(old, now));
    showFields();
  }

  /** Every type of credential, by rank. */
  public List<CredentialType> types() {
    return types;
  }

  /** Who calls, for example {@code alice}, or {@link Composition#NOBODY}. */
  public StringProperty personProperty() {
    return person;
  }

  /** With what. */
  public ObjectProperty<CredentialType> typeProperty() {
    return type;
  }

  /** The fields of the chosen type; another list whenever the type changes. */
  public ObservableList<FieldModel> fields() {
    return fields;
  }

  /** Does this once all that the person has is filled in; at once if it is. */
  void whenFitted(Runnable work) {
    fitting.whenIdle(work);
  }

  /** The values that are sent, by field name. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field.field().name(), field.value()));
    // What goes by the clock is computed when it is sent, unless somebody wrote it.
    fields.stream()
        .filter(field -> passing.contains(field.field().name()) && !field.editedProperty().get())
        .forEach(field -> values.put(field.field().name(), ""));
    return values;
  }

  /** Counts what is changed in the fields, for those who show what follows from them. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** Whether there are values that go by the clock, so that {@link #tick} is to be called. */
  public boolean isPassing() {
    return !passing.isEmpty();
  }

  /** Fills in what goes by the clock, and says how long it is good. */
  public void tick(Instant now) {
    Optional<Passing> found = type.get().passing(values(), now);
    Set<String> before = passing;
    passing = found.map(Passing::values).map(Map::keySet).orElse(Set.of());
    for (FieldModel field : fields) {
      @Nullable String value = found.map(at -> at.values().get(field.field().name())).orElse(null);
      if (value == null) {
        field.remark("");
        if (before.contains(field.field().name())) {
          field.refill("");
        }
        continue;
      }
      field.refill(value);
      long seconds = found.map(at -> at.left().plusMillis(999).toSeconds()).orElse(0L);
      field.remark(field.editedProperty().get() ? "" : "good for " + seconds + " s");
    }
  }

  /** The values that differ from what the person has, by field name. */
  public Map<String, String> edits() {
    Map<String, String> edits = new LinkedHashMap<>();
    for (FieldModel field : fields) {
      if (field.editedProperty().get()) {
        edits.put(field.field().name(), field.value());
      }
    }
    return edits;
  }

  /** Chooses person and type, and fills in these values over the person's own. */
  void load(String who, String typeName, Map<String, String> edits) {
    editsBefore.clear();
    fields.forEach(FieldModel::reset);
    person.set(who);
    choose(typeName);
    for (FieldModel field : fields) {
      field.reset();
      String edit = edits.get(field.field().name());
      if (edit != null) {
        field.valueProperty().set(edit);
      }
    }
  }

  /** Chooses the type of this name; does nothing if there is none. */
  public void choose(String typeName) {
    types.stream()
        .filter(candidate -> candidate.type().equals(typeName))
        .findFirst()
        .ifPresent(type::set);
  }

  private void typeChanged(CredentialType old) {
    editsBefore.put(new Choice(person.get(), old.type()), edits());
    showFields();
  }

  private void personChanged(String old) {
    String now = person.get();
    editsBefore.put(new Choice(old, type.get().type()), edits());
    fields.forEach(FieldModel::reset);
    if (now.equals(Composition.NOBODY) && !type.get().type().equals(NONE)) {
      typeBeforeNobody = type.get().type();
      choose(NONE);
    } else if (old.equals(Composition.NOBODY) && type.get().type().equals(NONE)) {
      choose(typeBeforeNobody);
    }
    Map<String, String> own = ownBefore();
    Map<String, String> edits = editsBefore();
    for (FieldModel field : fields) {
      String name = field.field().name();
      field.fill(own.getOrDefault(name, ""), edits.get(name));
    }
    askWhatFits();
  }

  private Choice choice() {
    return new Choice(person.get(), type.get().type());
  }

  private Map<String, String> editsBefore() {
    return editsBefore.getOrDefault(choice(), Map.of());
  }

  /** What was found when this was chosen before, until it is known what the person has now. */
  private Map<String, String> ownBefore() {
    return ownBefore.getOrDefault(choice(), Map.of());
  }

  /** Of the same server there may be fresh tokens; what is being edited stays as it was issued. */
  private void informed(ServerFacts old, ServerFacts now) {
    if (!old.base().equals(now.base())) {
      ownBefore.clear();
      fields.forEach(field -> field.refill(""));
    }
    askWhatFits();
  }

  private void showFields() {
    Map<String, String> own = ownBefore();
    Map<String, String> edits = editsBefore();
    passing = Set.of();
    fields.setAll(type.get().fields().stream().map(field -> shown(field, own, edits)).toList());
    fields.forEach(
        field ->
            field
                .valueProperty()
                .addListener((observable, old, now) -> changes.set(changes.get() + 1)));
    fields.stream()
        .filter(CredentialModel::isChoice)
        .forEach(
            field -> field.valueProperty().addListener((observable, old, now) -> askWhatFits()));
    askWhatFits();
  }

  private static boolean isChoice(FieldModel field) {
    return field.field().kind() == Field.Kind.CHOICE;
  }

  /** A choice may decide what else fits, as an algorithm does for a key. */
  private void askWhatFits() {
    Optional<DemoPerson> who = facts.get().person(person.get());
    if (who.isEmpty()) {
      return;
    }
    CredentialType asked = type.get();
    Choice choice = choice();
    Map<String, String> chosen = values();
    chosen.values().removeIf(String::isEmpty);
    fitting.ask(
        () -> new Fitting(choice, asked.valuesFor(who.get()), asked.valuesFor(who.get(), chosen)));
  }

  private void fit(Fitting found) {
    if (!found.choice().equals(choice())) {
      return;
    }
    Map<String, String> has = new HashMap<>();
    for (FieldModel field : fields) {
      String name = field.field().name();
      has.put(name, (isChoice(field) ? found.own() : found.fitting()).getOrDefault(name, ""));
    }
    ownBefore.put(found.choice(), has);
    for (FieldModel field : List.copyOf(fields)) {
      if (!isTokenBeingEdited(field)) {
        field.refill(has.getOrDefault(field.field().name(), ""));
      }
    }
  }

  /** It stays as it was issued, whatever the person has by now. */
  private static boolean isTokenBeingEdited(FieldModel field) {
    return field.field().kind() == Field.Kind.JWT
        && field.editedProperty().get()
        && !field.ownProperty().get().isEmpty();
  }

  private static FieldModel shown(Field field, Map<String, String> own, Map<String, String> edits) {
    FieldModel model = new FieldModel(field, own.getOrDefault(field.name(), ""));
    String edit = edits.get(field.name());
    if (edit != null) {
      model.valueProperty().set(edit);
    }
    return model;
  }
}

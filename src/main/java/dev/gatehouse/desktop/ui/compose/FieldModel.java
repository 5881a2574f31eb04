package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.Field;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One field of a credential: its value, and whether it is still what the demo person has. */
public final class FieldModel {
  private final Field field;
  private final StringProperty value = new SimpleStringProperty(this, "value", "");
  private final ReadOnlyStringWrapper own = new ReadOnlyStringWrapper(this, "own", "");
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper(this, "edited");
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private boolean refilling;

  FieldModel(Field field, String own) {
    this.field = field;
    this.own.set(own);
    value.set(own);
    value.addListener(
        (observable, old, now) -> {
          if (!refilling) {
            edited.set(!now.equals(this.own.get()));
          }
        });
  }

  /** What is filled in. */
  public Field field() {
    return field;
  }

  /** The value that is sent. */
  public StringProperty valueProperty() {
    return value;
  }

  /** What is sent. */
  public String value() {
    return value.get();
  }

  /** What the chosen person has. */
  public ReadOnlyStringProperty ownProperty() {
    return own.getReadOnlyProperty();
  }

  /** Whether somebody wrote something else than what the person has. */
  public ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** What is to be said of the value beside it, as how long it stays so; mostly empty. */
  public ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  void remark(String words) {
    remark.set(words);
  }

  /** Puts the person's own value back. */
  public void reset() {
    value.set(own.get());
    edited.set(false);
  }

  /** Somebody else's value is taken, as if the chosen person had it. */
  public void take(String others) {
    fill(others, null);
  }

  /** Somebody else was chosen: this is what they have, and what was written over it before. */
  void fill(String othersOwn, @Nullable String edit) {
    refilling = true;
    own.set(othersOwn);
    // Before the value: who follows the value may ask at once whether it is somebody's edit.
    edited.set(edit != null && !edit.equals(othersOwn));
    value.set(edit == null ? othersOwn : edit);
    refilling = false;
  }

  /** What the person has is new: it is filled in, unless something else was written. */
  void refill(String newOwn) {
    fill(newOwn, edited.get() ? value.get() : null);
  }
}

package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.repeat.Template;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** Puts a mark where the keyboard is: around what is selected there, else at the caret. */
final class Marking {
  private static final String SIGN = "§";

  private Marking() {}

  /** Marks; returns whether there was a place to write to. */
  static boolean at(@Nullable Scene scene) {
    @Nullable Node owner = scene == null ? null : scene.getFocusOwner();
    if (owner instanceof ComboBox<?> box && box.isEditable()) {
      owner = box.getEditor();
    }
    if (owner instanceof TextInputControl field && field.isEditable()) {
      mark(field);
      return true;
    }
    if (owner instanceof CodeArea area && area.isEditable()) {
      area.replaceSelection(around(area.getSelectedText()));
      return true;
    }
    return false;
  }

  private static void mark(TextInputControl field) {
    if (field instanceof PasswordField && field.getSelectedText().isEmpty()) {
      // Nobody sees where the caret is among dots.
      field.setText(Template.MARK);
    } else {
      field.replaceSelection(around(field.getSelectedText()));
    }
  }

  private static String around(@Nullable String selected) {
    return selected == null || selected.isEmpty() ? Template.MARK : SIGN + selected + SIGN;
  }
}

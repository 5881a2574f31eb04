package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.compose.JsonText.Member;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;

/**
 * Quiet words behind the lines of a text that are not part of it, such as {@code ← you changed
 * this}. They lie over the editor and follow its lines; where there is no room they stay away.
 */
final class MarginNotes extends Pane {
  private final CodeArea area;
  private List<EditedClaim> claims = List.of();
  private boolean asked;

  MarginNotes(CodeArea area) {
    this.area = area;
    setMouseTransparent(true);
    getStyleClass().add("margin-notes");
    area.viewportDirtyEvents().subscribe(event -> place());
    widthProperty().addListener((observable, old, now) -> place());
    heightProperty().addListener((observable, old, now) -> place());
  }

  /** Shows what these claims have to say beside the members of the same names. */
  void show(List<EditedClaim> now) {
    claims = now;
    place();
  }

  /** Once the editor has laid its lines out. */
  private void place() {
    if (!asked) {
      asked = true;
      Platform.runLater(this::placeNow);
    }
  }

  private void placeNow() {
    asked = false;
    getChildren().clear();
    if (getScene() == null || area.getScene() == null || area.getLength() == 0) {
      return;
    }
    String text = area.getText();
    List<Member> members = JsonText.members(text);
    for (int i = 0; i < Math.min(members.size(), claims.size()); i++) {
      EditedClaim claim = claims.get(i);
      if (claim.name().equals(members.get(i).name()) && !claim.note().isEmpty()) {
        behind(lineEnd(text, members.get(i).end()), claim);
      }
    }
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void behind(int end, EditedClaim claim) {
    Optional<Bounds> last = area.getCharacterBoundsOnScreen(end - 1, end);
    if (last.isEmpty()) {
      return;
    }
    Point2D corner = screenToLocal(last.get().getMaxX(), last.get().getMinY());
    if (corner.getY() < 0 || corner.getY() + last.get().getHeight() > getHeight()) {
      // A line that is scrolled out of sight half-way has no room for a note.
      return;
    }
    Label note = new Label();
    note.getStyleClass().addAll(Styles.CODE, Styles.QUIET, "margin-note");
    getChildren().add(note);
    note.applyCss();
    double x = corner.getX() + note.getFont().getSize();
    for (String words : List.of(claim.note(), claim.shortNote())) {
      note.setText(words);
      if (x + note.prefWidth(-1) <= getWidth()) {
        note.autosize();
        note.relocate(x, corner.getY() + (last.get().getHeight() - note.getHeight()) / 2);
        return;
      }
    }
    getChildren().remove(note);
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.compose.EditedClaim.Change;
import dev.gatehouse.desktop.ui.compose.JsonText.Member;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CodeText;
import dev.gatehouse.desktop.ui.widget.Syntax;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/**
 * Header or payload of a token as JSON to be edited: what was changed is marked, and the claim
 * under the caret or the pointer is explained below.
 */
final class JsonPartEditor extends VBox {
  private static final java.time.Duration AT_ONCE = java.time.Duration.ofMillis(120);

  private final StringProperty text;
  private final ReadOnlyObjectProperty<List<EditedClaim>> claims;
  private final CodeText code;
  private final MarginNotes notes;
  private final Label explanation = new Label();

  JsonPartEditor(
      String name, StringProperty text, ReadOnlyObjectProperty<List<EditedClaim>> claims) {
    this.text = text;
    this.claims = claims;
    code = CodeText.editable(name, Syntax.JSON);
    code.setText(text.get());
    code.area().setId(name);
    notes = new MarginNotes(code.area());
    explanation.setWrapText(true);
    explanation.setMinHeight(USE_PREF_SIZE);
    explanation.setMaxWidth(Double.MAX_VALUE);
    explanation.getStyleClass().addAll(Styles.QUIET, Styles.SMALL, "claim-explanation");
    StackPane sheet = new StackPane(code, notes);
    VBox.setVgrow(sheet, Priority.ALWAYS);
    getChildren().addAll(sheet, explanation);
    code.listen(text::set);
    text.addListener((observable, old, now) -> show(now));
    claims.addListener((observable, old, now) -> mark());
    listen(code.area());
    mark();
  }

  private void listen(CodeArea area) {
    area.setMouseOverTextDelay(AT_ONCE);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> explain(event.getCharacterIndex()));
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> explain(area.getCaretPosition()));
    area.caretPositionProperty().addListener((observable, old, now) -> explain(now));
  }

  private void show(String now) {
    if (!code.text().equals(now)) {
      code.setText(now);
    }
  }

  private void mark() {
    List<Member> members = JsonText.members(text.get());
    List<EditedClaim> now = claims.get();
    for (int i = 0; i < Math.min(members.size(), now.size()); i++) {
      Member member = members.get(i);
      boolean changed = now.get(i).change() != Change.NONE;
      if (changed && member.end() <= code.area().getLength()) {
        code.area().setStyleClass(member.valueStart(), member.end(), "changed");
      }
    }
    notes.show(now);
    explain(code.area().getCaretPosition());
  }

  private void explain(int index) {
    List<Member> members = JsonText.members(text.get());
    List<EditedClaim> now = claims.get();
    for (int i = 0; i < Math.min(members.size(), now.size()); i++) {
      if (members.get(i).start() <= index && index <= members.get(i).end() + 1) {
        explanation.setText(words(now.get(i)));
        return;
      }
    }
    List<String> gone =
        now.stream()
            .filter(claim -> claim.change() == Change.TAKEN_OUT)
            .map(EditedClaim::name)
            .toList();
    explanation.setText(
        gone.isEmpty()
            ? "Point at a line to read what it means."
            : "You took out: " + String.join(", ", gone) + ".");
  }

  private static String words(EditedClaim claim) {
    return claim.name() + ": " + claim.meaning();
  }
}

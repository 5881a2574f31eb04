package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.attack.AttackResult;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One row for each attack: what became of it on both servers, what stopped it, what let it in. */
final class MatrixTable extends TableView<Attack> {
  private final AttackModel model;

  /**
   * A table.
   *
   * @param open shows an attack in full
   */
  MatrixTable(AttackModel model, Consumer<Attack> open) {
    this.model = model;
    setAccessibleText("Attacks and what became of them");
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(
        new EmptyState(
            Feather.SEARCH, "No attack fits", "Fewer or other words, or another kind, find more."));
    column("Attack", 26, attack -> attack.card().title(), false);
    column("Credential", 19, attack -> attack.card().group().title(), false);
    verdict("Hardened", AttackOutcome::hardened, result -> !result.succeeded());
    column("Stopped by", 20, attack -> of(attack, AttackOutcome::stoppedBy), true);
    verdict("Weakened", AttackOutcome::weakened, AttackResult::succeeded);
    column("Weakness", 21, attack -> attack.card().weakness(), true);
    setRowFactory(view -> row(open));
    setOnKeyPressed(
        event -> {
          Attack chosen = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && chosen != null) {
            open.accept(chosen);
            event.consume();
          }
        });
  }

  private TableRow<Attack> row(Consumer<Attack> open) {
    TableRow<Attack> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
          if (twice && row.getItem() != null) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private void column(String heading, int share, Function<Attack, String> text, boolean code) {
    TableColumn<Attack, String> column = added(heading, share, text);
    column.setCellFactory(view -> new WordsCell(code));
  }

  private void verdict(
      String heading,
      Function<AttackOutcome, AttackResult> side,
      Predicate<AttackResult> asItShouldBe) {
    TableColumn<Attack, String> column =
        added(heading, 14, attack -> of(attack, outcome -> side.apply(outcome).word()));
    column.setCellFactory(view -> new VerdictCell(side, asItShouldBe));
  }

  private TableColumn<Attack, String> added(
      String heading, int share, Function<Attack, String> text) {
    TableColumn<Attack, String> column = new TableColumn<>(heading);
    column.setPrefWidth(share * 10);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    getColumns().add(column);
    return column;
  }

  private String of(Attack attack, Function<AttackOutcome, String> what) {
    @Nullable AttackOutcome outcome = model.outcomes().get(attack.name());
    return outcome == null ? "" : what.apply(outcome);
  }

  private static final class WordsCell extends TableCell<Attack, String> {
    WordsCell(boolean code) {
      setTextOverrun(OverrunStyle.ELLIPSIS);
      if (code) {
        getStyleClass().add(Styles.CODE);
      }
    }

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      setText(empty ? null : words);
      Tip.on(this, empty || words == null ? "" : words);
    }
  }

  private final class VerdictCell extends TableCell<Attack, String> {
    private final Function<AttackOutcome, AttackResult> side;
    private final Predicate<AttackResult> asItShouldBe;

    VerdictCell(Function<AttackOutcome, AttackResult> side, Predicate<AttackResult> asItShouldBe) {
      this.side = side;
      this.asItShouldBe = asItShouldBe;
    }

    @Override
    protected void updateItem(@Nullable String word, boolean empty) {
      super.updateItem(word, empty);
      setGraphic(null);
      if (empty || getTableRow().getItem() == null) {
        return;
      }
      @Nullable AttackOutcome outcome = model.outcomes().get(getTableRow().getItem().name());
      if (outcome == null) {
        Label not = new Label("not run");
        not.getStyleClass().add(Styles.QUIET);
        setGraphic(not);
        return;
      }
      AttackResult result = side.apply(outcome);
      boolean well = asItShouldBe.test(result);
      Feather icon = result.succeeded() ? Feather.UNLOCK : Feather.SHIELD;
      Label said =
          new Label(
              well ? result.word() : result.word() + "!",
              Icons.of(well ? icon : Feather.ALERT_TRIANGLE, well ? Styles.PASSED : Styles.FAILED));
      said.getStyleClass().add("matrix-verdict");
      setGraphic(said);
    }
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.Scrolling;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.ui.widget.UprightScroll;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The three cards of a hop: who are you, what may you do, what came back. */
final class StepCards extends ColumnsPane {
  private static final int ALWAYS_IN_SIGHT = 4;
  private static final double SOME_LINES_EMS = 9;
  private static final String RULES_LATER =
      "No rule is asked of this request: what the caller may do is asked at the call itself.";
  private static final String ANSWER_LATER =
      "Nothing was sent yet. The status, the headers that matter and the body will stand here.";

  private final StepList checks;
  private final StepList rules;
  private final StepList answer;
  private final ConclusionLabel who = new ConclusionLabel();
  private final ConclusionLabel may = new ConclusionLabel();
  private final Label caller = remark();
  private final Label asked = remark();
  private final Label unknown = remark();
  private final Label noRules = remark();
  private final Label noAnswer = remark();
  private final Card third;
  private final Region left;
  private final VBox right;
  private final ScrollPane checksScroll;
  private final ScrollPane rulesScroll;
  private final ScrollPane answerScroll;
  private @Nullable DividedPane divided;

  /**
   * Empty cards.
   *
   * @param chosen called when a row is clicked
   */
  StepCards(Consumer<Step> chosen) {
    checks = new StepList("Authentication: the checks in order", true, chosen);
    rules = new StepList("Authorization: the rules in order", true, chosen);
    answer = new StepList("Response", false, chosen);
    List.of(unknown, noRules, noAnswer).forEach(hint -> hint.setWrapText(true));
    checksScroll = scrolling(new VBox(unknown, checks));
    rulesScroll = scrolling(new VBox(noRules, rules));
    answerScroll = scrolling(new VBox(noAnswer, answer));
    Card first = card("1", "Authentication", "Who are you?", above(checksScroll, caller));
    Card second = card("2", "Authorization", "What may you do?", above(rulesScroll, asked));
    first.withTools(who);
    second.withTools(may);
    third = card("3", "Response", "What you got", answerScroll);
    left = first;
    right = new VBox(second, third);
    right.getStyleClass().add(Styles.GAP_WIDE);
    VBox.setVgrow(third, Priority.ALWAYS);
    columns(left, right);
    // All scopes where there is room for them; else the tooltip has them.
    widthProperty()
        .addListener((observable, before, now) -> caller.setWrapText(now.doubleValue() > wide()));
  }

  /** Shows the cards alone. */
  void alone() {
    if (divided != null) {
      divided.getItems().clear();
      divided = null;
    }
    columns(left, right);
  }

  /** Shows the details too, below the right column, and leaves the left one its whole height. */
  void allBeside(Region details) {
    divided = new DividedPane(right, details);
    columns(left, divided);
  }

  private static Label remark() {
    Label remark = new Label();
    remark.getStyleClass().addAll("list-remark", Styles.SMALL, Styles.QUIET);
    remark.setMinHeight(USE_PREF_SIZE);
    Tip.on(remark, remark.textProperty());
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
    return remark;
  }

  /** The rows scroll, and what they come to stays in sight below them. */
  private static Node above(ScrollPane rows, Label remark) {
    VBox.setVgrow(rows, Priority.ALWAYS);
    return new VBox(rows, remark);
  }

  private static ScrollPane scrolling(Node content) {
    ScrollPane scroll = new UprightScroll(content);
    scroll.getStyleClass().add("step-scroll");
    return scroll;
  }

  private static Card card(String number, String title, String remark, Node rows) {
    Label circle = new Label(number);
    circle.getStyleClass().add("card-number");
    Label name = new Label(title);
    name.getStyleClass().add(Styles.STRONG);
    name.setMinWidth(USE_PREF_SIZE);
    Label beside = new Label(remark);
    beside.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    beside.setEllipsisString("…");
    return Card.headed(circle, name, beside).withRows(rows);
  }

  void show(ExplainedHop hop) {
    checks.show(hop.authentication());
    rules.show(hop.authorization());
    answer.show(hop.response());
    who.say(hop.who());
    may.say(hop.may());
    caller.setText(hop.who().remark());
    asked.setText(hop.may().remark());
    unknown.setText(hop.outOfSight());
    // A few lines are always in sight; more of them leave the rules some room.
    third.setMinHeight(
        hop.response().size() > ALWAYS_IN_SIGHT ? em() * SOME_LINES_EMS : USE_PREF_SIZE);
    boolean planned = hop.answer().mark() == Mark.PENDING;
    boolean asksLater = planned && hop.may().equals(Conclusion.NONE);
    noRules.setText(asksLater && hop.authorization().isEmpty() ? RULES_LATER : "");
    noAnswer.setText(planned && hop.response().isEmpty() ? ANSWER_LATER : "");
    checksScroll.setVvalue(0);
    rulesScroll.setVvalue(0);
    answerScroll.setVvalue(0);
  }

  /** Marks the row of this step and brings it into sight. */
  void mark(Step selected, boolean focus) {
    checks.mark(selected).ifPresent(row -> bring(checksScroll, row, focus));
    rules.mark(selected).ifPresent(row -> bring(rulesScroll, row, focus));
    answer.mark(selected).ifPresent(row -> bring(answerScroll, row, focus));
  }

  private static void bring(ScrollPane scroll, Node row, boolean focus) {
    Scrolling.reveal(scroll, row);
    if (focus) {
      row.requestFocus();
    }
  }

  /** Every row in the order in which they stand on the screen. */
  static List<Step> order(ExplainedHop hop) {
    return Stream.of(hop.authentication(), hop.authorization(), hop.response())
        .flatMap(List::stream)
        .toList();
  }
}

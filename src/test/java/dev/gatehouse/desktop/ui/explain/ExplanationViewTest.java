package dev.gatehouse.desktop.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ExplanationViewTest {
  private final Background background = new Background();
  private final List<String> opened = new ArrayList<>();
  private final BooleanProperty veiled = new SimpleBooleanProperty(false);
  private ExplanationView view;

  @Start
  void open(Stage stage) {
    view =
        new ExplanationView(
            () -> Records.RULES,
            opened::add,
            (id, found) ->
                found.accept(List.of(new Related("About " + id, () -> opened.add("about " + id)))),
            background,
            veiled);
    Scene scene = new Scene(view, 780, 720);
    new Theme(Settings.initial()).adorn(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void theCheckThatRefusedIsSelectedAndExplained(FxRobot robot) {
    show(robot, Records.rejected());

    assertThat(selectedId()).isEqualTo("jwt.signature");
    assertThat(texts(robot))
        .contains("it does not", "Anyone can write a payload; only the issuer can sign it.");
  }

  @Test
  void anAudienceSeesNoCredentialUntilItIsRevealed(FxRobot robot) {
    robot.interact(() -> veiled.set(true));
    show(robot, Records.accepted());
    assertThat(texts(robot)).noneMatch(text -> text.contains("eyJ"));

    robot.interact(() -> veiled.set(false));
    assertThat(texts(robot)).anyMatch(text -> text.contains("eyJ"));
  }

  @Test
  void whateverIsAboutTheSelectedCheckCanBeOpened(FxRobot robot) {
    show(robot, Records.rejected());

    robot.interact(() -> robot.lookup("About jwt.signature").queryAs(Hyperlink.class).fire());

    assertThat(opened).containsExactly("about jwt.signature");
  }

  @Test
  void aCheckIsFoundByItsName(FxRobot robot) {
    show(robot, Records.rejected());

    robot.interact(() -> assertThat(view.select("scope")).isTrue());
    assertThat(selectedId()).isEqualTo("scope");

    robot.interact(() -> assertThat(view.select("basic.password")).isFalse());
    assertThat(selectedId()).isEqualTo("scope");
  }

  @Test
  void theArrowKeysGoFromRowToRowAndTheDetailsFollow(FxRobot robot) {
    show(robot, Records.rejected());
    focusSelected(robot);

    robot.push(KeyCode.DOWN);

    assertThat(selectedId()).isEqualTo("jwt.exp");
    assertThat(texts(robot)).contains("A check before this one failed, so it was never asked.");

    robot.push(KeyCode.RIGHT);

    assertThat(selectedId()).isEqualTo("scope");
  }

  @Test
  void spaceGoesOnInTheOrderInWhichThingsHappened(FxRobot robot) {
    show(robot, Records.accepted());
    robot.interact(() -> goTo(step -> step.part() == Step.Part.REQUEST));

    assertThat(view.selectedProperty().get().part()).isEqualTo(Step.Part.REQUEST);
    focusSelected(robot);

    robot.push(KeyCode.SPACE);

    assertThat(selectedId()).isEqualTo("credentials.present");
  }

  @Test
  void aChallengeIsAnsweredWithTheTypeOfItsScheme(FxRobot robot) {
    List<String> answered = new ArrayList<>();
    view.onAnswerChallenge(answered::add);
    show(robot, Records.rejected());
    select(robot, "WWW-Authenticate");

    robot.clickOn("#answer-basic");

    assertThat(answered).containsExactly("basic");
    assertThat(texts(robot)).contains("realm=\"Gatehouse\"");
  }

  @Test
  void theSourceOfACheckOpensInTheBrowser(FxRobot robot) {
    show(robot, Records.rejected());

    robot.clickOn("RFC 7515 §5.2");

    assertThat(opened).containsExactly("https://www.rfc-editor.org/rfc/rfc7515#section-5.2");
  }

  @Test
  void secretEvidenceIsNotOnTheScreen(FxRobot robot) {
    show(robot, Records.rejected());

    assertThat(texts(robot)).doesNotContain("tampered");
  }

  @Test
  void theHeaderLinesAreExplained(FxRobot robot) {
    show(robot, Records.rejected());

    robot.clickOn("Request");

    assertThat(texts(robot))
        .anyMatch(text -> text.startsWith("Host: ") && text.contains("RFC 9110"));
  }

  @Test
  void theBytesAreShownAsTheyCrossedTheSocket(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> view.show(new Exchange(List.of(Records.hop("request", 200, Records.accepted())))));

    robot.clickOn("Raw request");
    robot.clickOn("Hex");

    eventually(() -> texts(robot).stream().anyMatch(text -> text.startsWith("000000  47 45 54")));
  }

  @Test
  void anotherExchangeReplacesOneThatEndedInTheSameWay(FxRobot robot) throws TimeoutException {
    robot.interact(() -> view.show(answered("one")));
    robot.clickOn("Raw response");
    eventually(() -> bodies(robot).contains("one"));

    robot.interact(() -> view.show(answered("two")));

    eventually(() -> bodies(robot).contains("two"));
  }

  private static Exchange answered(String body) {
    return new Exchange(List.of(Records.hop("request", 200, Records.accepted(), body)));
  }

  private static String bodies(FxRobot robot) {
    return robot.lookup((Node node) -> node instanceof CodeArea).queryAllAs(CodeArea.class).stream()
        .map(CodeArea::getText)
        .collect(Collectors.joining());
  }

  @Test
  void clearingItSaysWhatToDoNext(FxRobot robot) {
    show(robot, Records.rejected());

    robot.interact(view::clear);

    assertThat(texts(robot)).contains("Nothing was sent yet");
    assertThat(view.selectedProperty().get()).isNull();
    assertThat(view.next()).isFalse();
  }

  private void show(FxRobot robot, ExchangeRecord exchange) {
    robot.interact(() -> view.show(exchange));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void select(FxRobot robot, String id) {
    robot.interact(() -> goTo(step -> step.detail().id().equals(id)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void goTo(Predicate<Step> wanted) {
    boolean more = true;
    while (more) {
      more = view.previous();
    }
    more = true;
    while (more && !wanted.test(view.selectedProperty().get())) {
      more = view.next();
    }
  }

  private void focusSelected(FxRobot robot) {
    robot.interact(
        () ->
            robot
                .lookup(
                    (Node node) ->
                        node.isFocusTraversable()
                            && (node instanceof StepRow || node instanceof ArrowRow))
                .queryAll()
                .forEach(Node::requestFocus));
  }

  private String selectedId() {
    return view.selectedProperty().get().detail().id();
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup((Node node) -> node instanceof Labeled).queryAll().stream()
        .map(node -> String.valueOf(((Labeled) node).getText()))
        .toList();
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.Field;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What a person fills in to make a credential, drawn from the fields of its type. */
final class CredentialForm extends VBox {
  private final ComposeModel model;
  private final Timeline clock;

  CredentialForm(ComposeModel model) {
    this.model = model;
    getStyleClass().addAll("credential-form", Styles.GAP_WIDE);
    model.credential().fields().addListener((ListChangeListener<FieldModel>) change -> draw());
    clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    model.credential().typeProperty().addListener((observable, old, now) -> follow());
    sceneProperty().addListener((observable, old, now) -> follow());
    draw();
    follow();
  }

  /** A timeline keeps JavaFX awake, so there is one only while something goes by the clock. */
  private void follow() {
    model.tick();
    if (model.credential().isPassing() && getScene() != null) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  private void tick() {
    model.tick();
    if (!model.credential().isPassing()) {
      clock.stop();
    }
  }

  private void draw() {
    getChildren().clear();
    VBox lines = new VBox();
    lines.getStyleClass().add(Styles.GAP_WIDE);
    List<FieldModel> fields = model.credential().fields();
    boolean editsToken = fields.stream().anyMatch(CredentialForm::isToken);
    for (FieldModel field : fields) {
      if (isToken(field)) {
        // The token needs the room: what else can be chosen stands in a row of its own below it.
        Node[] choices =
            fields.stream().filter(CredentialForm::isChoice).map(this::slim).toArray(Node[]::new);
        JwtEditor editor = new JwtEditor(model.token(field), model.factsProperty(), choices);
        VBox.setVgrow(editor, Priority.ALWAYS);
        getChildren().add(editor);
      } else if (!editsToken || !isChoice(field)) {
        lines.getChildren().add(line(field));
      }
    }
    if (!lines.getChildren().isEmpty()) {
      CredentialType type = model.credential().typeProperty().get();
      getChildren()
          .add(0, Card.titled(TypeWords.name(type), TypeWords.remark(type)).withBody(lines));
    }
    setManaged(!getChildren().isEmpty());
    boolean grows = getChildren().stream().anyMatch(JwtEditor.class::isInstance);
    VBox.setVgrow(this, grows ? Priority.SOMETIMES : Priority.NEVER);
  }

  private Node line(FieldModel field) {
    Label label = new Label(field.field().label());
    label.getStyleClass().add("field-label");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Node control = control(field);
    label.setLabelFor(control);
    Label help = new Label(field.field().help());
    help.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    HBox top = new HBox(label, help);
    top.getStyleClass().addAll(Styles.GAP, "field-line");
    HBox.setHgrow(help, Priority.ALWAYS);
    help.setMaxWidth(Double.MAX_VALUE);
    Tip.on(help, field.field().help());
    Label remark = new Label();
    remark.textProperty().bind(field.remarkProperty());
    remark.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    remark.setMinWidth(Region.USE_PREF_SIZE);
    remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
    remark.managedProperty().bind(remark.visibleProperty());
    Button reset = resetLink(field);
    top.getChildren().addAll(remark, reset);
    VBox line = new VBox(top, control);
    line.getStyleClass().add(Styles.GAP_HALF);
    return line;
  }

  private static boolean isToken(FieldModel field) {
    return field.field().kind() == Field.Kind.JWT;
  }

  private static boolean isChoice(FieldModel field) {
    return field.field().kind() == Field.Kind.CHOICE;
  }

  /** A field that takes no more room than it needs, what its help says in a tooltip. */
  private Node slim(FieldModel field) {
    Label label = new Label(field.field().label());
    label.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    label.setMinWidth(Region.USE_PREF_SIZE);
    ComboBox<String> choice = choice(field);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    Tip.on(choice, field.field().help());
    label.setLabelFor(choice);
    HBox both = new HBox(label, choice);
    both.setAlignment(Pos.CENTER_LEFT);
    both.getStyleClass().add(Styles.GAP_HALF);
    return both;
  }

  private Node control(FieldModel field) {
    return switch (field.field().kind()) {
      case CHOICE -> choice(field);
      case SECRET -> new SecretField(field);
      case TEXT, JWT -> text(field);
    };
  }

  private static TextField text(FieldModel field) {
    TextField text = new TextField();
    text.getStyleClass().add(Styles.CODE);
    text.setAccessibleText(field.field().label());
    text.setId("field-" + field.field().name());
    text.textProperty().bindBidirectional(field.valueProperty());
    return text;
  }

  private static ComboBox<String> choice(FieldModel field) {
    ComboBox<String> choice = new ComboBox<>();
    choice.getItems().setAll(List.copyOf(field.field().choices()));
    choice.setAccessibleText(field.field().label());
    choice.setId("field-" + field.field().name());
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.valueProperty().bindBidirectional(field.valueProperty());
    return choice;
  }

  /** {@code edited · reset}: shows only once somebody wrote something else. */
  static Button resetLink(FieldModel field) {
    Button reset = new Button("edited · reset");
    reset.getStyleClass().addAll(Styles.LINK, Styles.SMALL, "reset");
    reset.setMinWidth(Region.USE_PREF_SIZE);
    Tip.on(reset, "Put back what the chosen person has");
    reset.setAccessibleText(field.field().label() + " was edited: put back what the person has");
    reset.visibleProperty().bind(field.editedProperty());
    reset.managedProperty().bind(field.editedProperty());
    reset.setOnAction(event -> field.reset());
    return reset;
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.SegmentedTabs;
import dev.gatehouse.desktop.ui.widget.Tip;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A JSON Web Token, its parts each in sight, to be changed, signed again, or sent as it is. */
public final class JwtEditor extends VBox {
  private final JwtModel token;

  /**
   * An editor.
   *
   * @param more what else can be chosen; it stands at the end of the last row
   */
  public JwtEditor(JwtModel token, ObjectProperty<ServerFacts> facts, Node... more) {
    this.token = token;
    getStyleClass().addAll("jwt-editor", Styles.GAP);
    SegmentedTabs tabs =
        new SegmentedTabs()
            .tab(
                "Payload",
                () ->
                    new JsonPartEditor("payload", token.payloadProperty(), token.claimsProperty()))
            .tab(
                "Header",
                () ->
                    new JsonPartEditor(
                        "header", token.headerProperty(), token.parametersProperty()))
            .tab("Signature", this::signature)
            .tab("Encoded", this::encoded);
    Card card =
        Card.tabbed(tabs)
            .withTools(new CopyButton("the token", () -> token.encodedProperty().get()));
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(card, new QuickChanges(token, facts), buttons(), signed(more));
  }

  private Node buttons() {
    Button again = new Button("Sign again");
    again.setId("sign-again");
    Tip.on(again, "With the server’s own key, as if it had issued the token so");
    again.setOnAction(event -> token.signAgain());
    Button keep = new Button();
    keep.setId("keep-signature");
    keep.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> isOld() ? "Keep old signature ✓" : "Keep old signature",
                token.stateProperty()));
    Tip.on(keep, "Send what stands here with the signature it was issued with");
    keep.setOnAction(event -> token.keepOldSignature());
    HBox row = new HBox(again, keep);
    row.getStyleClass().add(Styles.GAP);
    for (Button button : new Button[] {again, keep}) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    return row;
  }

  private boolean isOld() {
    SignatureState state = token.stateProperty().get();
    return state == SignatureState.ISSUED || state == SignatureState.KEPT;
  }

  private Node signed(Node... more) {
    Label state = state();
    HBox.setHgrow(state, Priority.ALWAYS);
    state.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(state, CredentialForm.resetLink(token.field()));
    row.getChildren().addAll(more);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add(Styles.GAP);
    return row;
  }

  /** What is odd about the token, or else where its signature comes from. */
  private Label state() {
    Label state = new Label();
    state.setId("token-state");
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
    state.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    state
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    token.problemProperty().get().isEmpty()
                        ? token.stateProperty().get().words()
                        : token.problemProperty().get(),
                token.problemProperty(),
                token.stateProperty()));
    return state;
  }

  private Node signature() {
    Label what = new Label("Made over header.payload with the issuer’s private key. In base64url:");
    what.setWrapText(true);
    what.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    TextArea text = area("signature");
    text.textProperty().bindBidirectional(token.signatureProperty());
    VBox box = new VBox(what, text);
    box.getStyleClass().add(Styles.GAP);
    VBox.setVgrow(text, Priority.ALWAYS);
    return box;
  }

  private Node encoded() {
    TextArea text = area("encoded");
    text.textProperty().bindBidirectional(token.encodedProperty());
    return text;
  }

  private static TextArea area(String name) {
    TextArea text = new TextArea();
    text.setWrapText(true);
    text.setId(name);
    text.setPrefRowCount(6);
    text.setAccessibleText("The " + name + " of the token");
    text.getStyleClass().addAll(Styles.CODE, "plain-area");
    return text;
  }
}

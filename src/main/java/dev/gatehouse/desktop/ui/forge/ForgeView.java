package dev.gatehouse.desktop.ui.forge;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.compose.CallRow;
import dev.gatehouse.desktop.ui.compose.ComposeSheet;
import dev.gatehouse.desktop.ui.compose.JwtEditor;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import dev.gatehouse.desktop.ui.widget.MaskedField;
import dev.gatehouse.desktop.ui.widget.ProblemLine;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.TwoPanes;
import dev.gatehouse.desktop.ui.widget.UprightScroll;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The token and its forgery at the left, what the server made of it at the right. */
final class ForgeView extends StackPane implements Explained.View {
  private static final double ENOUGH_EM = 54;

  private final ForgeModel model;
  private final ExplanationView explanation;
  private final VBox content;
  private final UprightScroll scroll;
  private final VBox left;
  private final TwoPanes panes;

  /**
   * A view.
   *
   * @param explore forges, and opens the call in Explore
   * @param open opens the attack of this name in the catalogue
   * @param em the size of text in pixels
   */
  ForgeView(
      ForgeModel model,
      ExplanationView explanation,
      Runnable explore,
      Consumer<String> open,
      ObservableDoubleValue em) {
    this.model = model;
    this.explanation = explanation;
    getStylesheets().add(ComposeSheet.url());
    explanation.whenEmpty(
        new EmptyState(
            Feather.PEN_TOOL,
            "No token was forged yet",
            "Take a token, change what it says, choose how it is signed, and send it. Here you will"
                + " see which check of the server it does not pass."));
    JwtEditor editor = new JwtEditor(model.token(), model.compose().factsProperty());
    VBox.setVgrow(editor, Priority.ALWAYS);
    content =
        new VBox(editor, new ForgeryCard(model, open), new CallRow(model.compose()), forged());
    content.getStyleClass().add(Styles.GAP_WIDE);
    scroll = new UprightScroll(content);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    left =
        new VBox(
            title(),
            scroll,
            new ProblemLine("forge-problem", model.compose().sending().problemProperty()),
            buttons(explore));
    left.getStyleClass().addAll("compose", "forge-left", Styles.GAP_WIDE);
    panes = new TwoPanes(left, explanation, em, ENOUGH_EM);
    panes.stacked().addListener((observable, before, now) -> flow(now));
    getChildren().setAll(panes);
  }

  /** What explains what the server made of it. */
  @Override
  public ExplanationView explanation() {
    return explanation;
  }

  /** Shows what came of a forged token. */
  void happened(Exchange exchange) {
    explanation.show(exchange);
    panes.toTop(explanation);
  }

  /** Hides what is only for forging, or shows it again. */
  @Override
  public void presenting(boolean on) {
    panes.rightAlone(on);
  }

  private void flow(boolean on) {
    scroll.setContent(on ? null : content);
    left.getChildren().set(1, on ? content : scroll);
    explanation.flow(on);
  }

  private Node title() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox title = new HBox(new SectionTitle("Token"), space, new TokenChooser(model));
    title.getStyleClass().addAll(Styles.GAP, "compose-title");
    return title;
  }

  /** The token that was forged last, to be copied. */
  private Node forged() {
    StackPane place = new StackPane();
    Label name = new Label("Forged");
    name.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(name, place);
    HBox.setHgrow(place, Priority.ALWAYS);
    line.getStyleClass().addAll(Styles.GAP, "forge-choice");
    line.managedProperty().bind(model.forged().isNotEmpty());
    line.visibleProperty().bind(model.forged().isNotEmpty());
    line.setMinHeight(Region.USE_PREF_SIZE);
    model
        .forged()
        .addListener(
            (observable, before, now) ->
                place.getChildren().setAll(new MaskedField("forged token", now)));
    return line;
  }

  private Node buttons(Runnable explore) {
    Button send = new Button("Forge and send", new KeyHint(KeyNames.of("Shortcut+Enter")));
    send.setId("forge-send");
    send.setContentDisplay(ContentDisplay.RIGHT);
    send.getStyleClass().add(Styles.PRIMARY);
    send.setMaxWidth(Double.MAX_VALUE);
    send.setOnAction(event -> model.compose().send());
    send.disableProperty().bind(model.compose().sending().runningProperty());
    HBox.setHgrow(send, Priority.ALWAYS);
    Button open = new Button("Open in Explore");
    open.setId("forge-explore");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(event -> explore.run());
    HBox row = new HBox(send, open);
    row.getStyleClass().add(Styles.GAP);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }
}

package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A bordered box with a header strip: a bold title, a quiet remark, and tools at the right. */
public final class Card extends VBox {
  private final HBox header = new HBox();
  private final StackPane body = new StackPane();

  private Card(Node... inHeader) {
    getStyleClass().add("card");
    header.getStyleClass().add("card-header");
    header.getChildren().addAll(inHeader);
    body.getStyleClass().add("card-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(header, body);
  }

  /** A card with a title and a quiet remark after it, which may be empty. */
  public static Card titled(String title, String remark) {
    Label name = new Label(title);
    name.getStyleClass().add(Styles.STRONG);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label beside = new Label(remark);
    beside.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    return new Card(name, beside);
  }

  /** A card whose header is a row of tabs. */
  public static Card tabbed(SegmentedTabs tabs) {
    Card card = new Card(tabs);
    card.header.getStyleClass().add("tabs");
    card.body.getChildren().add(tabs.content());
    return card;
  }

  /** A card with a header of one's own. */
  public static Card headed(Node... inHeader) {
    return new Card(inHeader);
  }

  /** A card without a header. */
  public static Card plain() {
    Card card = new Card();
    card.getChildren().remove(card.header);
    return card;
  }

  /** Puts nodes at the right end of the header. */
  public Card withTools(Node... tools) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    header.getChildren().add(space);
    header.getChildren().addAll(tools);
    return this;
  }

  /** Fills the body, with a margin around it. */
  public Card withBody(Node node) {
    body.getChildren().setAll(node);
    return this;
  }

  /** Fills the body from edge to edge, for rows. */
  public Card withRows(Node node) {
    if (!body.getStyleClass().contains(Styles.FLUSH)) {
      body.getStyleClass().add(Styles.FLUSH);
    }
    return withBody(node);
  }
}

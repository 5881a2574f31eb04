package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/**
 * Markdown on the screen: paragraphs, headings, lists, code and links, each as a node of its own.
 */
final class ProseView extends VBox {
  private final Consumer<String> follow;

  /**
   * A view of a parsed document.
   *
   * @param follow called with a link's target when it is followed
   */
  ProseView(org.commonmark.node.Node document, Consumer<String> follow) {
    this.follow = follow;
    getStyleClass().addAll("prose", Styles.GAP_WIDE);
    getChildren().addAll(blocks(document));
  }

  /** A sentence in which only code is marked, for goals, hints and feedback. */
  static TextFlow sentence(String text, String... styles) {
    TextFlow flow = new TextFlow();
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      Text part = new Text(parts[i]);
      part.getStyleClass().add(i % 2 == 1 ? "inline-code" : "inline-text");
      part.getStyleClass().addAll(styles);
      flow.getChildren().add(part);
    }
    flow.setAccessibleText(text);
    return flow;
  }

  private List<Node> blocks(org.commonmark.node.Node parent) {
    List<Node> nodes = new ArrayList<>();
    for (org.commonmark.node.Node child : children(parent)) {
      nodes.add(block(child));
    }
    return nodes;
  }

  private Node block(org.commonmark.node.Node node) {
    if (node instanceof Heading heading) {
      TextFlow flow = flow(heading);
      flow.getStyleClass().add("prose-heading");
      return flow;
    }
    if (node instanceof BulletList list) {
      return list(list, 0);
    }
    if (node instanceof OrderedList list) {
      Integer first = list.getMarkerStartNumber();
      return list(list, first == null ? 1 : first);
    }
    if (node instanceof FencedCodeBlock code) {
      return code(code.getLiteral());
    }
    if (node instanceof IndentedCodeBlock code) {
      return code(code.getLiteral());
    }
    if (node instanceof BlockQuote quote) {
      VBox box = new VBox();
      box.getStyleClass().addAll(Styles.GAP, "prose-quote");
      box.getChildren().addAll(blocks(quote));
      return box;
    }
    return flow(node);
  }

  /** A list; numbered from {@code first}, or with dots if that is 0. */
  private Node list(org.commonmark.node.Node list, int first) {
    VBox box = new VBox();
    box.getStyleClass().add(Styles.GAP_HALF);
    int number = first;
    for (org.commonmark.node.Node item : children(list)) {
      Label mark = new Label(first == 0 ? "•" : number + ".");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      mark.getStyleClass().add(Styles.QUIET);
      VBox content = new VBox();
      content.getChildren().addAll(blocks(item));
      HBox.setHgrow(content, Priority.ALWAYS);
      HBox line = new HBox(mark, content);
      line.getStyleClass().add(Styles.GAP);
      box.getChildren().add(line);
      number++;
    }
    return box;
  }

  private static Node code(String literal) {
    Label label = new Label(literal.stripTrailing());
    label.getStyleClass().addAll(Styles.CODE, "prose-code");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private TextFlow flow(org.commonmark.node.Node block) {
    TextFlow flow = new TextFlow();
    inline(block, flow, List.of());
    return flow;
  }

  private void inline(org.commonmark.node.Node parent, TextFlow flow, List<String> styles) {
    for (org.commonmark.node.Node child : children(parent)) {
      if (child instanceof org.commonmark.node.Text text) {
        flow.getChildren().add(text(text.getLiteral(), "inline-text", styles));
      } else if (child instanceof SoftLineBreak) {
        flow.getChildren().add(text(" ", "inline-text", styles));
      } else if (child instanceof Code code) {
        flow.getChildren().add(text(code.getLiteral(), "inline-code", styles));
      } else if (child instanceof Link link) {
        flow.getChildren().add(link(link));
      } else if (child instanceof StrongEmphasis) {
        inline(child, flow, with(styles, Styles.STRONG));
      } else if (child instanceof Emphasis) {
        inline(child, flow, with(styles, "emphasis"));
      } else {
        inline(child, flow, styles);
      }
    }
  }

  private Node link(Link link) {
    TextFlow words = new TextFlow();
    inline(link, words, List.of());
    StringBuilder text = new StringBuilder();
    words.getChildren().forEach(part -> text.append(part instanceof Text t ? t.getText() : ""));
    Hyperlink hyperlink = new Hyperlink(text.toString());
    hyperlink.getStyleClass().add("prose-link");
    hyperlink.setOnAction(event -> follow.accept(link.getDestination()));
    return hyperlink;
  }

  private static Text text(String literal, String kind, List<String> styles) {
    Text text = new Text(literal);
    text.getStyleClass().add(kind);
    text.getStyleClass().addAll(styles);
    return text;
  }

  private static List<String> with(List<String> styles, String more) {
    List<String> all = new ArrayList<>(styles);
    all.add(more);
    return all;
  }

  private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
    List<org.commonmark.node.Node> all = new ArrayList<>();
    for (org.commonmark.node.@Nullable Node child = parent.getFirstChild();
        child != null;
        child = child.getNext()) {
      all.add(child);
    }
    return all;
  }
}

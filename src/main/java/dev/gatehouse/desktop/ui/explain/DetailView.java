package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.MaskedField;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything there is to say of the selected step. */
final class DetailView extends ScrollPane {
  private static final int SHOWN = 360;

  private final Consumer<String> browser;
  private final RelatedFinder related;
  private final ChallengeView challenges;
  private final FlowPane heading = new FlowPane();
  private final GridPane lines = new GridPane();
  private final VBox content = new VBox(heading, lines);
  private @Nullable Detail shown;

  /**
   * An empty view.
   *
   * @param browser opens a page on the web, given its URL
   * @param related finds the lessons and attacks on a check or rule
   */
  DetailView(Consumer<String> browser, RelatedFinder related, ChallengeView challenges) {
    super();
    this.browser = browser;
    this.related = related;
    this.challenges = challenges;
    setContent(content);
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().addAll("step-scroll", "detail");
    content.getStyleClass().addAll(Styles.GAP_WIDE, "detail-content");
    heading.getStyleClass().add("detail-heading");
    lines.getStyleClass().add("detail-lines");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setFillWidth(true);
    lines.getColumnConstraints().setAll(labels, values);
  }

  void show(Detail detail) {
    setVvalue(0);
    heading.getChildren().setAll(title(detail));
    if (!detail.id().isEmpty()) {
      Label id = new Label(detail.id());
      id.getStyleClass().addAll(Styles.CODE, Styles.QUIET);
      heading.getChildren().add(id);
    }
    lines.getChildren().clear();
    detail.lines().forEach(line -> lines.addRow(lines.getRowCount(), label(line), value(line)));
    if (!detail.source().isEmpty()) {
      source(detail.source());
    }
    shown = detail;
    if (!detail.id().isEmpty()) {
      related.find(detail.id(), found -> relate(detail, found));
    }
    content.getChildren().setAll(heading, lines);
    if (!detail.challenges().isEmpty()) {
      challenges.show(detail.challenges());
      content.getChildren().setAll(heading, challenges, lines);
    }
  }

  /** Adds links, unless something else shows by the time that they are found. */
  private void relate(Detail detail, List<Related> found) {
    if (!detail.equals(shown)) {
      return;
    }
    for (Related link : found) {
      Hyperlink open = new Hyperlink(link.name());
      open.setOnAction(event -> link.open().run());
      heading.getChildren().add(open);
    }
  }

  private static Label title(Detail detail) {
    Label title = new Label(detail.title());
    title.getStyleClass().add(Styles.STRONG);
    title.setWrapText(true);
    return title;
  }

  private void source(String source) {
    Optional<String> page = SourceLink.of(source);
    if (page.isEmpty()) {
      Label plain = new Label(source);
      plain.getStyleClass().add(Styles.QUIET);
      heading.getChildren().add(plain);
      return;
    }
    heading.getChildren().add(link(source, page.get()));
  }

  private Hyperlink link(String text, String url) {
    Hyperlink link = new Hyperlink(text);
    link.setOnAction(event -> browser.accept(url));
    Tip.on(link, url);
    link.setAccessibleText(text + ", opens " + url);
    return link;
  }

  private static Label label(Detail.Line line) {
    Label label = new Label(line.label());
    label.getStyleClass().add(Styles.QUIET);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }

  private static Node value(Detail.Line line) {
    if (line.secret()) {
      return new MaskedField(line.label(), line.value());
    }
    Label value = new Label(line.value());
    value.setWrapText(true);
    value.setMinHeight(Region.USE_PREF_SIZE);
    switch (line.style()) {
      case CODE -> value.getStyleClass().add(Styles.CODE);
      case WRONG -> value.getStyleClass().add(Styles.FAILED);
      case WARNING -> value.getStyleClass().add(Styles.WARNED);
      case TEXT -> {}
    }
    return line.style() == Detail.Style.CODE ? copied(line, value) : value;
  }

  private static Node copied(Detail.Line line, Label value) {
    CopyButton copy = new CopyButton(line.label(), line::value);
    VBox box = new VBox(value);
    HBox row = new HBox(box, copy);
    row.getStyleClass().add(Styles.GAP_HALF);
    if (line.value().length() > SHOWN) {
      value.setText(Texts.shorten(line.value(), SHOWN));
      Button all = new Button("Show all " + line.value().length() + " characters");
      all.getStyleClass().add(Styles.LINK);
      all.setOnAction(
          event -> {
            value.setText(line.value());
            box.getChildren().remove(all);
          });
      box.getChildren().add(all);
    }
    return row;
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Glossary;
import dev.gatehouse.desktop.exchange.ReceivedChallenge;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The {@code WWW-Authenticate} headers of a 401 made readable, each with a way to answer it. */
public final class ChallengeView extends VBox {
  private static final int LONGEST = 36;

  private final Glossary schemes = Glossary.read(ChallengeView.class, "schemes.yaml", false);
  private final Glossary parameters =
      Glossary.read(ChallengeView.class, "challenge-parameters.yaml", false);
  private final Consumer<String> browser;
  private Consumer<String> answer = type -> {};

  /**
   * An empty view.
   *
   * @param browser opens a page on the web, given its URL
   */
  public ChallengeView(Consumer<String> browser) {
    this.browser = browser;
    getStyleClass().addAll(Styles.GAP_DOUBLE, "challenges");
  }

  /** Explains these headers, in their order; those of another name are passed over. */
  public void show(List<Header> headers) {
    getChildren().setAll(ChallengeReader.read(headers).stream().map(this::block).toList());
  }

  /**
   * Calls {@code action} with the type of credential, for example {@code basic}, with which a
   * person wants to answer a challenge.
   */
  public void onAnswer(Consumer<String> action) {
    answer = action;
  }

  private Node block(ReceivedChallenge challenge) {
    Label name = new Label(challenge.scheme().isEmpty() ? "Not readable" : challenge.scheme());
    name.getStyleClass().add(Styles.STRONG);
    FlowPane heading = new FlowPane(name);
    heading.getStyleClass().add("detail-heading");
    VBox block = new VBox(heading);
    block.getStyleClass().add(Styles.GAP_HALF);
    schemes
        .find(challenge.scheme())
        .ifPresent(
            entry -> {
              heading.getChildren().add(source(entry.source()));
              block.getChildren().add(sentence(entry.text()));
            });
    for (CredentialType type : CredentialTypes.answering(challenge.scheme())) {
      Button button = new Button("Answer with " + type.label() + "…");
      button.setId("answer-" + type.type());
      button.getStyleClass().add("answer");
      button.setOnAction(event -> answer.accept(type.type()));
      heading.getChildren().add(button);
    }
    block.getChildren().add(parameters(challenge));
    if (!challenge.flaw().isEmpty()) {
      Label flaw = sentence("It is not written as RFC 9110 §11.3 demands: " + challenge.flaw());
      flaw.getStyleClass().add(Styles.WARNED);
      block.getChildren().add(flaw);
    }
    return block;
  }

  private GridPane parameters(ReceivedChallenge challenge) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("detail-lines");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints meanings = new ColumnConstraints();
    meanings.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, meanings);
    if (challenge.token68() != null) {
      parameter(grid, "", challenge.token68());
    }
    challenge.parameters().forEach((name, value) -> parameter(grid, name, value));
    return grid;
  }

  private void parameter(GridPane grid, String name, String value) {
    String whole = written(name, value);
    // A long nonce would leave no room for what it means.
    Label written = new Label(Texts.shorten(whole, LONGEST));
    if (whole.length() > LONGEST) {
      Tip.on(written, whole);
    }
    written.getStyleClass().add(Styles.CODE);
    String text = parameters.find(name).map(Glossary.Entry::text).orElse("Not known to us.");
    Label meaning = sentence(text);
    meaning.getStyleClass().add(Styles.QUIET);
    HBox line = new HBox(meaning);
    parameters.find(name).ifPresent(entry -> line.getChildren().add(source(entry.source())));
    HBox.setHgrow(meaning, Priority.SOMETIMES);
    line.getStyleClass().add(Styles.GAP);
    GridPane.setValignment(written, VPos.TOP);
    grid.addRow(grid.getRowCount(), written, line);
  }

  /** A list of names is in quotes already. */
  private static String written(String name, String value) {
    if (name.isEmpty() || value.isEmpty()) {
      return name + value;
    }
    return value.startsWith("\"") ? value : name + "=\"" + value + "\"";
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Node source(String source) {
    Hyperlink link = new Hyperlink(source);
    link.setMinWidth(Region.USE_PREF_SIZE);
    SourceLink.of(source)
        .ifPresent(
            url -> {
              link.setOnAction(event -> browser.accept(url));
              Tip.on(link, url);
            });
    return link;
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.export.CurlCommand;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CodeText;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.SegmentedTabs;
import dev.gatehouse.desktop.ui.widget.Syntax;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The request itself: its headers as they will be sent, its body, and the same as a curl line. */
final class RequestCard extends VBox {
  private static final String HEADERS = "Headers as sent";
  private static final String BODY = "Body";
  private static final String CURL = "curl";

  private final ComposeModel model;
  private final SegmentedTabs tabs = new SegmentedTabs();

  RequestCard(ComposeModel model) {
    this.model = model;
    getStyleClass().add("request-card");
    tabs.tab(HEADERS, () -> new HeadersPane(model)).tab(BODY, this::body).tab(CURL, this::curl);
    model.bodyProperty().addListener((observable, old, now) -> bodyChanged(old, now));
    tabs.content().getStyleClass().add(Styles.SECRET);
    Card card = Card.tabbed(tabs).withTools(new CopyButton("what is shown here", this::shown));
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
  }

  /** A call that comes with an example of a body shows it. */
  private void bodyChanged(String old, String now) {
    if (old.isEmpty() && !now.isEmpty()) {
      tabs.select(BODY);
    }
  }

  private String shown() {
    return switch (tabs.selected().get()) {
      case BODY -> model.bodyProperty().get();
      case CURL -> model.previewProperty().get().curl();
      default -> HeadersPane.text(model.previewProperty().get());
    };
  }

  private Node body() {
    CodeText code = CodeText.editable("body", Syntax.JSON);
    code.area().setId("body");
    code.setText(model.bodyProperty().get());
    code.listen(model.bodyProperty()::set);
    model
        .bodyProperty()
        .addListener(
            (observable, old, now) -> {
              if (!code.text().equals(now)) {
                code.setText(now);
              }
            });
    Label empty = new Label("No body. Write JSON here, or choose a call that has an example.");
    empty.setWrapText(true);
    empty.getStyleClass().addAll(Styles.QUIET, Styles.SMALL, "body-hint");
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(model.bodyProperty().isEmpty());
    StackPane both = new StackPane(code, empty);
    both.getStyleClass().add("body-pane");
    return both;
  }

  private Node curl() {
    CodeText code = CodeText.readOnly("curl", Syntax.PLAIN);
    Label needs =
        new Label(
            "Curl trusts this server with the file "
                + CurlCommand.AUTHORITY_FILE
                + ": save it on the page Server.");
    needs.setWrapText(true);
    needs.setMinHeight(USE_PREF_SIZE);
    needs.getStyleClass().addAll(Styles.QUIET, Styles.SMALL, Styles.PADDED);
    model.previewProperty().addListener((observable, old, now) -> curl(code, needs, now.curl()));
    curl(code, needs, model.previewProperty().get().curl());
    VBox.setVgrow(code, Priority.ALWAYS);
    return new VBox(code, needs);
  }

  private static void curl(CodeText code, Label needs, String command) {
    code.setText(command);
    needs.setVisible(command.contains(CurlCommand.AUTHORITY_FILE));
    needs.setManaged(needs.isVisible());
  }
}

package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What happened: verdict, sequence of hops, checks, rules, response, and details. */
public final class ExplanationView extends VBox {
  private final Supplier<List<Catalogue.Item>> rules;
  private final Consumer<String> browser;
  private final ReadOnlyObjectWrapper<@Nullable Step> selected = new ReadOnlyObjectWrapper<>();
  private Consumer<String> answerChallenge = type -> {};
  private @Nullable ExplanationModel model;

  /**
   * An empty view.
   *
   * @param rules the policy's rules at the time of asking, to name those that were not reached
   * @param browser opens a page on the web, given its URL
   */
  public ExplanationView(Supplier<List<Catalogue.Item>> rules, Consumer<String> browser) {
    this.rules = rules;
    this.browser = browser;
  }

  /** Shows what one press of Send brought about, the deciding step selected. */
  public void show(Exchange exchange) {
    draw(ExplanationModel.of(exchange, rules.get()));
  }

  /** Shows a request of another program, the deciding step selected. */
  public void show(ExchangeRecord exchange) {
    draw(ExplanationModel.of(exchange, rules.get()));
  }

  /** Shows what will be checked once a credential of this type is sent. */
  public void showPlan(Catalogue.Scheme scheme) {
    draw(ExplanationModel.planned(scheme, rules.get()));
  }

  /** Shows nothing, and says what to do next. */
  public void clear() {
    model = null;
    selected.set(null);
    getChildren().clear();
  }

  /**
   * Calls {@code action} with the type of credential, for example {@code basic}, with which a
   * person wants to answer a challenge.
   */
  public void onAnswerChallenge(Consumer<String> action) {
    answerChallenge = action;
  }

  /** The selected step; null while nothing is shown. */
  public ReadOnlyObjectProperty<@Nullable Step> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Selects the step that came next; returns whether there was one. */
  public boolean next() {
    return move(1);
  }

  /** Selects the step before; returns whether there was one. */
  public boolean previous() {
    return move(-1);
  }

  private boolean move(int by) {
    if (model == null || selected.get() == null) {
      return false;
    }
    List<Step> steps = model.steps();
    int index = steps.indexOf(selected.get()) + by;
    if (index < 0 || index >= steps.size()) {
      return false;
    }
    selected.set(steps.get(index));
    return true;
  }

  private void draw(ExplanationModel shown) {
    model = shown;
    selected.set(shown.deciding());
    getChildren().setAll(new Label(shown.headline().sentence()));
    for (Step step : shown.steps()) {
      Hyperlink source = new Hyperlink(step.spoken());
      source.setOnAction(e -> SourceLink.of(step.detail().source()).ifPresent(browser));
      getChildren().add(source);
      if (!step.detail().challenges().isEmpty()) {
        Button answer = new Button("Answer");
        answer.setOnAction(e -> answerChallenge.accept("basic"));
        getChildren().add(answer);
      }
    }
  }
}

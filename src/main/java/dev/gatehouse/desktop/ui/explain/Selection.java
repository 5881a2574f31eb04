package dev.gatehouse.desktop.ui.explain;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which step of an explanation is selected, and which come before and after it. */
final class Selection {
  private final ReadOnlyObjectWrapper<@Nullable Step> selected = new ReadOnlyObjectWrapper<>();
  private @Nullable ExplanationModel model;

  /** The selected step; null while nothing is explained. */
  ReadOnlyObjectProperty<@Nullable Step> property() {
    return selected.getReadOnlyProperty();
  }

  /** Starts with another explanation, its deciding step selected; with none if null. */
  void begin(@Nullable ExplanationModel explanation) {
    // Through null, so that an equal step of another explanation counts as a change.
    selected.set(null);
    model = explanation;
    if (explanation != null) {
      selected.set(explanation.deciding());
    }
  }

  void select(Step step) {
    selected.set(step);
  }

  /** The step of this explanation that stands where this one stood in another of the same. */
  Optional<Step> like(Step step) {
    return Optional.ofNullable(model).stream()
        .flatMap(explanation -> explanation.steps().stream())
        .filter(one -> one.key().equals(step.key()) && one.hop() == step.hop())
        .findFirst();
  }

  /** The hop that the selected step belongs to. */
  Optional<ExplainedHop> hop() {
    @Nullable Step step = selected.get();
    return model == null || step == null
        ? Optional.empty()
        : Optional.of(model.hops().get(step.hop()));
  }

  /** Goes on in the order in which things happened; returns whether there was a step. */
  boolean move(int by) {
    return model != null && moveIn(model.steps(), by);
  }

  /** Goes on in an order of one's own; returns whether there was a step. */
  boolean moveIn(List<Step> order, int by) {
    @Nullable Step step = selected.get();
    int index = step == null ? -1 : order.indexOf(step);
    int to = index + by;
    if (index < 0 || to < 0 || to >= order.size()) {
      return false;
    }
    selected.set(order.get(to));
    return true;
  }
}

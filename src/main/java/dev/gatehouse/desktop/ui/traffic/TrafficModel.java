package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The newest exchanges, filtered, and held back while paused. Belongs to the JavaFX thread. */
final class TrafficModel {
  private final int capacity;
  private final ObservableList<ExchangeRecord> all = FXCollections.observableArrayList();
  private final ObservableList<ExchangeRecord> readable =
      FXCollections.unmodifiableObservableList(all);
  private final FilteredList<ExchangeRecord> shown = new FilteredList<>(all);
  private final List<ExchangeRecord> held = new ArrayList<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper holding = new ReadOnlyIntegerWrapper();

  /**
   * Nothing yet.
   *
   * @param capacity how many exchanges are kept before the oldest is forgotten
   */
  TrafficModel(int capacity) {
    this.capacity = capacity;
    filter.addListener(
        (observable, before, now) -> {
          TrafficFilter matches = TrafficFilter.of(now);
          shown.setPredicate(matches.isEmpty() ? null : matches);
        });
    paused.addListener((observable, before, now) -> release());
  }

  /** Adds exchanges, the newest first, all of them newer than those here. */
  void add(List<ExchangeRecord> newestFirst) {
    if (paused.get()) {
      put(held, newestFirst);
      holding.set(held.size());
    } else {
      put(all, newestFirst);
    }
  }

  private void put(List<ExchangeRecord> list, List<ExchangeRecord> newestFirst) {
    list.addAll(0, newestFirst);
    if (list.size() > capacity) {
      list.subList(capacity, list.size()).clear();
    }
  }

  private void release() {
    if (!paused.get() && !held.isEmpty()) {
      put(all, List.copyOf(held));
    }
    held.clear();
    holding.set(0);
  }

  /** Forgets everything. */
  void clear() {
    held.clear();
    holding.set(0);
    all.clear();
  }

  /** Every exchange, the newest first. */
  ObservableList<ExchangeRecord> all() {
    return readable;
  }

  /** Those that the filter lets through, the newest first. */
  ObservableList<ExchangeRecord> shown() {
    return shown;
  }

  /** Words that all have to be found in an exchange. */
  StringProperty filter() {
    return filter;
  }

  /** Whether new exchanges are held back. */
  BooleanProperty paused() {
    return paused;
  }

  /** How many are held back. */
  ReadOnlyIntegerProperty holding() {
    return holding.getReadOnlyProperty();
  }
}

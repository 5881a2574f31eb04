package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.desktop.ui.compose.CredentialOwner;
import dev.gatehouse.desktop.workbench.History;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Everything that was sent, newest first, as far as it fits what is searched for. Belongs to the
 * JavaFX thread; searching happens in the background.
 */
final class HistoryModel {
  private final History history;
  private final Executor background;
  private final Executor screen;
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObservableList<HistoryEntry> entries = FXCollections.observableArrayList();

  HistoryModel(History history, Executor background, Executor screen) {
    this.history = history;
    this.background = background;
    this.screen = screen;
    entries.setAll(history.all());
    history.listen(entry -> screen.execute(() -> add(entry)));
    search.addListener((observable, old, now) -> find(now));
  }

  /** The words that are searched for. */
  StringProperty searchProperty() {
    return search;
  }

  /** What fits them, newest first. */
  ObservableList<HistoryEntry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }

  /** How many were sent. */
  int size() {
    return history.size();
  }

  private void add(HistoryEntry entry) {
    boolean known = !entries.isEmpty() && entries.get(0).number() >= entry.number();
    if (!known && entry.matches(search.get())) {
      entries.add(0, entry);
      if (entries.size() > History.DEFAULT_CAPACITY) {
        entries.remove(entries.size() - 1);
      }
    }
  }

  private void find(String words) {
    background.execute(
        () -> {
          List<HistoryEntry> found = history.search(words);
          screen.execute(() -> show(words, found));
        });
  }

  private void show(String words, List<HistoryEntry> found) {
    if (words.equals(search.get())) {
      entries.setAll(found);
    }
  }

  /** What was composed then, with today's secrets where the person's own had been used. */
  static Composition composition(HistoryEntry entry, CredentialOwner owner) {
    return Composition.of(entry.call(), entry.type(), entry.values(), owner);
  }
}

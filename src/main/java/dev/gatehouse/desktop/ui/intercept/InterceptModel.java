package dev.gatehouse.desktop.ui.intercept;

import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.AnswerText;
import dev.gatehouse.desktop.exchange.DraftText;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.intercept.Checkpoint;
import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.intercept.Passage.Stage;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What passed and what waits, and the message that is being edited. Belongs to the JavaFX thread.
 */
final class InterceptModel {
  private static final int MOST = 500;

  private final Checkpoint checkpoint;
  private final BooleanProperty requests = new SimpleBooleanProperty(this, "requests");
  private final BooleanProperty responses = new SimpleBooleanProperty(this, "responses");
  private final BooleanProperty own = new SimpleBooleanProperty(this, "own", true);
  private final StringProperty relay = new SimpleStringProperty(this, "relay", "");
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ObservableList<Passage> passages = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Passage> selected =
      new ReadOnlyObjectWrapper<>(this, "selected");

  /**
   * Nothing passed yet.
   *
   * @param screen the JavaFX thread
   */
  InterceptModel(Checkpoint checkpoint, Executor screen) {
    this.checkpoint = checkpoint;
    checkpoint.listen(passage -> screen.execute(() -> heard(passage)));
    requests.addListener((observable, before, now) -> checkpoint.holdRequests(now));
    responses.addListener((observable, before, now) -> checkpoint.holdResponses(now));
  }

  /** Whether requests are held. */
  BooleanProperty requests() {
    return requests;
  }

  /** Whether responses are held. */
  BooleanProperty responses() {
    return responses;
  }

  /** Whether what this program sends passes too. */
  BooleanProperty own() {
    return own;
  }

  /** Where other programs find the relay; empty before it listens. */
  StringProperty relay() {
    return relay;
  }

  /** Everything that passed or waits, the newest first. */
  ObservableList<Passage> passages() {
    return passages;
  }

  /** What is looked at; null if nothing is. */
  ReadOnlyObjectProperty<@Nullable Passage> selected() {
    return selected.getReadOnlyProperty();
  }

  /** The message that waits, as a text to be edited. */
  StringProperty text() {
    return text;
  }

  /** Why the text cannot go, in words; empty if it can. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** How many wait. */
  long held() {
    return passages.stream().filter(Passage::held).count();
  }

  /** Looks at this one. */
  void select(@Nullable Passage passage) {
    @Nullable Passage before = selected.get();
    boolean same = passage != null && before != null && passage.number() == before.number();
    if (passage != null && passage.held() && !(same && before.stage() == passage.stage())) {
      text.set(written(passage));
    }
    problem.set("");
    selected.set(passage);
  }

  /** Lets the selected message go as it is edited; does nothing if it does not wait. */
  void letGo() {
    @Nullable Passage passage = selected.get();
    if (passage == null || !passage.held()) {
      return;
    }
    try {
      @Nullable Hop hop = passage.hop();
      if (passage.stage() == Stage.REQUEST_HELD) {
        checkpoint.letGo(passage.number(), DraftText.read(text.get(), passage.came()));
      } else if (hop != null) {
        checkpoint.letGo(passage.number(), AnswerText.read(text.get(), Answer.of(hop)));
      }
    } catch (IllegalArgumentException unreadable) {
      problem.set(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Drops the selected message; does nothing if it does not wait. */
  void drop() {
    @Nullable Passage passage = selected.get();
    if (passage != null) {
      checkpoint.drop(passage.number());
    }
  }

  /** Lets everything go that waits, as it came. */
  void letAllGo() {
    checkpoint.letAllGo();
  }

  /** Forgets what does not wait any more. */
  void forget() {
    passages.removeIf(passage -> !passage.held() && passage.stage() != Stage.WITH_SERVER);
    @Nullable Passage shown = selected.get();
    if (shown != null && !passages.contains(shown)) {
      select(null);
    }
  }

  /** What was changed on the way, line by line; empty if nothing was. */
  static String changes(Passage passage) {
    StringBuilder words = new StringBuilder();
    if (passage.requestChanged() && passage.sent() != null) {
      words.append(
          LineChanges.of(DraftText.write(passage.came()), DraftText.write(passage.sent())));
    }
    if (passage.responseChanged() && passage.hop() != null && passage.given() != null) {
      words.append(words.isEmpty() ? "" : "\n");
      words.append(
          LineChanges.of(
              AnswerText.write(Answer.of(passage.hop())), AnswerText.write(passage.given())));
    }
    return words.toString();
  }

  private static String written(Passage passage) {
    @Nullable Hop hop = passage.hop();
    return hop == null ? DraftText.write(passage.came()) : AnswerText.write(Answer.of(hop));
  }

  /** One has come further: it takes the place of what was known of it. */
  private void heard(Passage passage) {
    int at = indexOf(passage.number());
    if (at < 0) {
      passages.add(0, passage);
      if (passages.size() > MOST) {
        passages.remove(MOST);
      }
    } else {
      passages.set(at, passage);
    }
    @Nullable Passage shown = selected.get();
    boolean looksAtIt = shown != null && shown.number() == passage.number();
    boolean free = shown == null || !shown.held();
    if (looksAtIt || (free && passage.held())) {
      select(passage);
    }
  }

  private int indexOf(long number) {
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }

  /** The newest state of the passage of this number. */
  Optional<Passage> passage(long number) {
    int at = indexOf(number);
    return at < 0 ? Optional.empty() : Optional.of(passages.get(at));
  }
}

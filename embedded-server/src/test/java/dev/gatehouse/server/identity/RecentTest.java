package dev.gatehouse.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was found lately is neither asked for again nor believed after a change. */
final class RecentTest {
  private final Map<String, String> table = new ConcurrentHashMap<>(Map.of("alice", "old"));
  private final AtomicInteger lookups = new AtomicInteger();
  private final Recent<String> recent = new Recent<>();

  private Optional<String> find(String key) {
    return recent.find(
        key,
        wanted -> {
          lookups.incrementAndGet();
          return Optional.ofNullable(table.get(wanted));
        });
  }

  @Test
  void theTableIsAskedOnce() {
    assertThat(find("alice")).contains("old");
    assertThat(find("alice")).contains("old");
    assertThat(lookups).hasValue(1);
  }

  @Test
  void afterAChangeTheTableIsAskedAgain() {
    find("alice");
    table.put("alice", "new");
    recent.forget();
    assertThat(find("alice")).contains("new");
  }

  @Test
  void whatIsNotThereIsNotRemembered() {
    assertThat(find("bob")).isEmpty();
    table.put("bob", "new");
    assertThat(find("bob")).contains("new");
  }

  @Test
  void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
    recent.find(
        "alice",
        key -> {
          Optional<String> read = Optional.of(table.get(key));
          table.put(key, "new");
          recent.forget();
          return read;
        });
    assertThat(find("alice")).contains("new");
  }
}

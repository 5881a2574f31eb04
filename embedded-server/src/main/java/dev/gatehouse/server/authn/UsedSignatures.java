package dev.gatehouse.server.authn;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signatures that were accepted and must not be accepted again, each remembered for as long as its
 * date lets it in. Its memory is bounded for each key, so that nobody's requests make another's be
 * forgotten. Safe for use by many threads.
 */
final class UsedSignatures {
  /** What is known of a signature. */
  enum Use {
    FIRST,
    AGAIN,
    /** Whether it is the first cannot be said later on, for there is no room to note it. */
    NO_ROOM
  }

  private final Duration remembered;
  private final int mostOfEachKey;
  private final int mostOfAll;
  private int count;
  private final Map<String, Map<String, Instant>> usedAt = new HashMap<>();

  /**
   * An empty memory.
   *
   * @param remembered for how long a signature is remembered
   * @param mostOfEachKey how many signatures of one access key are remembered
   */
  UsedSignatures(Duration remembered, int mostOfEachKey) {
    this(remembered, mostOfEachKey, Integer.MAX_VALUE);
  }

  /**
   * An empty memory for keys that anybody can make.
   *
   * @param remembered for how long a signature is remembered
   * @param mostOfEachKey how many signatures of one key are remembered
   * @param mostOfAll how many signatures are remembered, whatever their keys
   */
  UsedSignatures(Duration remembered, int mostOfEachKey, int mostOfAll) {
    this.remembered = remembered;
    this.mostOfEachKey = mostOfEachKey;
    this.mostOfAll = mostOfAll;
  }

  /** Notes that a signature is used. Of many at once, one alone is the first. */
  synchronized Use use(String accessKey, String signature, Instant now) {
    if (count >= mostOfAll) {
      usedAt.values().forEach(used -> forgetOld(used, now));
      usedAt.values().removeIf(Map::isEmpty);
    }
    Map<String, Instant> used = usedAt.getOrDefault(accessKey, Map.of());
    forgetOld(used, now);
    if (used.containsKey(signature)) {
      return Use.AGAIN;
    }
    if (used.size() >= mostOfEachKey || count >= mostOfAll) {
      return Use.NO_ROOM;
    }
    usedAt.computeIfAbsent(accessKey, first -> new LinkedHashMap<>()).put(signature, now);
    count++;
    return Use.FIRST;
  }

  /** The oldest come first. */
  private void forgetOld(Map<String, Instant> used, Instant now) {
    Iterator<Instant> oldest = used.values().iterator();
    while (oldest.hasNext() && oldest.next().plus(remembered).isBefore(now)) {
      oldest.remove();
      count--;
    }
  }
}

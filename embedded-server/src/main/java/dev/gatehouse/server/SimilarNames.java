package dev.gatehouse.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what somebody who mistyped a name may have meant. */
final class SimilarNames {
  private static final int MOST = 3;

  private SimilarNames() {}

  /** The names that take the fewest changed letters, the nearest first. */
  static List<String> to(String mistyped, Collection<String> names) {
    int tolerated = Math.max(3, mistyped.length() / 2);
    return names.stream()
        .filter(name -> distance(mistyped, name) <= tolerated)
        .sorted(Comparator.comparingInt(name -> distance(mistyped, name)))
        .limit(MOST)
        .toList();
  }

  /** How many letters have to be added, removed or changed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

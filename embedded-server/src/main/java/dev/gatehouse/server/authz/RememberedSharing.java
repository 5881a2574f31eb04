package dev.gatehouse.server.authz;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people were let do with calendars that had been shared with them. The policy asks here only
 * while the weakness that goes by it is on, so that in a hardened server nothing is remembered. Of
 * very many, the oldest are forgotten. Safe for use by many threads.
 */
final class RememberedSharing {
  private static final int MOST = 1_000;

  private record Use(String person, Action action, String resource) {}

  private final Set<Use> uses =
      Collections.synchronizedSet(Collections.newSetFromMap(new Bounded()));

  /**
   * Whether a sharing that has ended, or was made smaller, was once good for this request. One that
   * is good for it now is remembered.
   */
  boolean outlives(AccessRequest request) {
    @Nullable Relation needed = request.action().relation();
    Relation held = request.relation();
    if (!request.calendar() || needed == null || held == Relation.OWNER) {
      return false;
    }
    Use use = new Use(request.principal().id(), request.action(), request.resource());
    if (held != Relation.NONE && held.compareTo(needed) >= 0) {
      uses.add(use);
      return false;
    }
    return uses.contains(use);
  }

  /** Forgets all of it. */
  void forget() {
    uses.clear();
  }

  private static final class Bounded extends LinkedHashMap<Use, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Use, Boolean> eldest) {
      return size() > MOST;
    }
  }
}

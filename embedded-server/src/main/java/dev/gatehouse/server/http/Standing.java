package dev.gatehouse.server.http;

import dev.gatehouse.server.authz.Relation;

/** What a calendar is to somebody: what the policy has to know before it decides. */
interface Standing {
  /** What it is to this person; {@link Relation#NONE} if there is no such calendar. */
  Relation of(String personId, String calendarId);

  /** Whether there is such a calendar. */
  boolean exists(String calendarId);
}

package dev.gatehouse.desktop.ui.server;

import java.util.List;

/** What a new token may be used for, in words for somebody who does not know scopes yet. */
enum TokenReach {
  READ("May read", "calendars:read", "events:read"),
  WRITE("May read and write", "calendars:read", "calendars:write", "events:read", "events:write"),
  FREE_BUSY("May see free or busy", "freebusy:read");

  private final String words;
  private final List<String> scopes;

  TokenReach(String words, String... scopes) {
    this.words = words;
    this.scopes = List.of(scopes);
  }

  /** The scopes that are asked for. */
  List<String> scopes() {
    return scopes;
  }

  @Override
  public String toString() {
    return words;
  }
}

package dev.gatehouse.server.authz;

/** What a calendar is to the caller, from nothing to everything. */
public enum Relation {
  /** The caller may not even know that it exists, or it does not. */
  NONE,
  /** The caller may see when its owner is busy, but not with what. */
  FREE_BUSY,
  /** The caller may read its events. */
  READER,
  /** The caller may read and write its events. */
  WRITER,
  /** It is the caller's own. */
  OWNER
}

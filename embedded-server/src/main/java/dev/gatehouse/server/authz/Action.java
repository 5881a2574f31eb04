package dev.gatehouse.server.authz;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with the API, and what it takes. */
public enum Action {
  SESSION_BEGIN("session:begin", null, null, null),
  SESSION_STEP_UP("session:step-up", null, null, null, "totp"),
  SESSION_END("session:end", null, null, null),
  ME_READ("me:read", null, null, null),
  TOKENS_READ("tokens:read", "tokens:read", null, null),
  TOKENS_WRITE("tokens:write", "tokens:write", null, null, "name", "scopes", "expiresAt"),
  PASSKEYS_READ("passkeys:read", "passkeys:read", null, null),
  PASSKEYS_WRITE("passkeys:write", "passkeys:write", null, null),
  CALENDARS_LIST("calendars:list", "calendars:read", null, null),
  CALENDARS_CREATE(
      "calendars:create", "calendars:write", null, null, "name", "description", "color"),
  CALENDAR_READ("calendars:read", "calendars:read", Relation.FREE_BUSY, null),
  CALENDAR_WRITE(
      "calendars:write", "calendars:write", Relation.WRITER, null, "name", "description", "color"),
  CALENDAR_DELETE("calendars:delete", "calendars:write", Relation.OWNER, null),
  EVENTS_READ("events:read", "events:read", Relation.READER, null),
  EVENTS_WRITE(
      "events:write",
      "events:write",
      Relation.WRITER,
      null,
      "id",
      "title",
      "start",
      "end",
      "allDay",
      "location",
      "description",
      "recurrence"),
  FREEBUSY_READ("freebusy:read", "freebusy:read", Relation.FREE_BUSY, null),
  SHARING_READ("sharing:read", "sharing:read", Relation.OWNER, null),
  SHARING_WRITE("sharing:write", "sharing:write", Relation.OWNER, null, "access"),
  USERINFO_READ("userinfo:read", "openid", null, null),
  USERS_READ("users:read", "users:read", null, "admin"),
  KEYS_ROTATE("keys:rotate", "keys:rotate", null, "admin");

  private static final Set<Action> TAKING_TWO =
      EnumSet.of(SHARING_WRITE, CALENDAR_DELETE, PASSKEYS_WRITE);

  private final String text;
  private final @Nullable String scope;
  private final @Nullable Relation relation;
  private final @Nullable String role;
  private final Set<String> properties;

  Action(
      String text,
      @Nullable String scope,
      @Nullable Relation relation,
      @Nullable String role,
      String... properties) {
    this.text = text;
    this.scope = scope;
    this.relation = relation;
    this.role = role;
    this.properties = Set.of(properties);
  }

  /**
   * Every scope there is. A scope limits a credential, not a person: what the person may do is for
   * the policy's other rules to say.
   */
  public static Set<String> scopes() {
    return Arrays.stream(values())
        .flatMap(action -> Stream.ofNullable(action.scope()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Its name in exchange records, for example {@code events:read}. */
  public String text() {
    return text;
  }

  /** The scope a credential must carry for it, or null if any credential will do. */
  public @Nullable String scope() {
    return scope;
  }

  /** What the calendar must at least be to the caller, or null if no calendar is concerned. */
  public @Nullable Relation relation() {
    return relation;
  }

  /** The role it is reserved for, or null. */
  public @Nullable String role() {
    return role;
  }

  /**
   * How sure the server has to be of who calls, where it can tell (RFC 9470). What gives others
   * access, cannot be undone, or adds a way to log in, takes more than a password.
   */
  public Assurance assurance() {
    return TAKING_TWO.contains(this) ? Assurance.TWO_FACTORS : Assurance.ONE_FACTOR;
  }

  /**
   * How sure the server has to be of who makes a credential for these scopes: as sure as for the
   * calls that it opens, or a password alone would open them after all.
   */
  public static Assurance assuranceOf(Set<String> scopes) {
    boolean two = TAKING_TWO.stream().anyMatch(action -> scopes.contains(action.scope()));
    return two ? Assurance.TWO_FACTORS : Assurance.ONE_FACTOR;
  }

  /** The properties that a caller may set with it. */
  public Set<String> properties() {
    return properties;
  }
}

package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.oauth.Browsers.Login;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Devices without a keyboard that wait for their owner to decide elsewhere (RFC 8628). */
final class DeviceCodes {
  /** How long to wait between two questions, in seconds (RFC 8628 §3.5). */
  static final int INTERVAL = 2;

  /** What has become of a device. */
  enum State {
    WAITING,
    ALLOWED,
    DENIED
  }

  /**
   * A device that waits.
   *
   * @param clientId the program on it
   * @param scopes what it asks for
   * @param state what was decided
   * @param personId who decided, or null as long as nobody has
   * @param authTime when they had logged in, in seconds since 1970
   * @param methods how they had (RFC 8176)
   * @param askedAt when it last asked, in milliseconds since 1970; 0 if it has not
   * @param interval how long it has to wait between two questions, in seconds
   */
  record Device(
      String clientId,
      Set<String> scopes,
      State state,
      @Nullable String personId,
      long authTime,
      Set<String> methods,
      long askedAt,
      int interval) {
    Device {
      scopes = Set.copyOf(scopes);
      methods = Set.copyOf(methods);
    }

    Device asked(long now, int newInterval) {
      return new Device(clientId, scopes, state, personId, authTime, methods, now, newInterval);
    }

    Device decided(State newState, String person, Login login) {
      return new Device(
          clientId, scopes, newState, person, login.at(), login.methods(), askedAt, interval);
    }
  }

  /** Both of its codes. */
  record Codes(String deviceCode, String userCode) {}

  static final Kind<Device> DEVICES =
      new Kind<>("gh_device_", Device.class, Duration.ofMinutes(10), 5_000);
  private static final Kind<String> USER_CODES =
      new Kind<>("usercode ", String.class, DEVICES.lifetime(), 5_000);

  /** Without vowels, so that no words come up, and without what looks alike (RFC 8628 §6.1). */
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  private static final int LENGTH = 8;

  private final Tickets tickets;

  DeviceCodes(Tickets tickets) {
    this.tickets = tickets;
  }

  /** Begins to wait. */
  Codes begin(String clientId, Set<String> scopes) {
    Device device = new Device(clientId, scopes, State.WAITING, null, 0, Set.of(), 0, INTERVAL);
    String deviceCode = tickets.issue(DEVICES, device);
    String digest = tickets.find(DEVICES, deviceCode).orElseThrow().digest();
    String userCode;
    do {
      userCode = newUserCode();
    } while (!tickets.storeIfNew(USER_CODES, USER_CODES.prefix() + userCode, digest));
    return new Codes(deviceCode, userCode.substring(0, 4) + "-" + userCode.substring(4));
  }

  /** The device that shows this code, however its letters are written. */
  Optional<Ticket<Device>> showing(String userCode) {
    String letters = userCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    return tickets
        .find(USER_CODES, USER_CODES.prefix() + letters)
        .flatMap(code -> tickets.withDigest(DEVICES, code.content()));
  }

  /** Notes what its owner has decided; the first decision counts. */
  void decide(String digest, boolean allowed, String personId, Login login) {
    tickets
        .withDigest(DEVICES, digest)
        .filter(ticket -> ticket.content().state() == State.WAITING)
        .ifPresent(
            ticket ->
                tickets.change(
                    ticket,
                    ticket
                        .content()
                        .decided(allowed ? State.ALLOWED : State.DENIED, personId, login)));
  }

  private static String newUserCode() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(Secrets.number(LETTERS.length())));
    }
    return code.toString();
  }
}

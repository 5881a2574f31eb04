package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.oauth.DeviceCodes.Device;
import dev.gatehouse.server.oauth.DeviceCodes.State;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.time.Clock;
import java.util.List;

/** A device asks whether its owner has decided (RFC 8628 §3.4, §3.5). */
final class DeviceGrant implements Grant<DeviceGrant.Attempt> {
  /** By how much a device that asks too often has to slow down, in seconds (RFC 8628 §3.5). */
  private static final int SLOWER = 5;

  record Attempt(TokenRequest request, String presented, Lookup<Ticket<Device>> stored) {
    Device device() {
      return stored.orElseThrow().content();
    }
  }

  private final Tickets tickets;
  private final Clock clock;
  private final List<Check<Attempt>> checks =
      List.of(
          check("token.device-known", "Was it issued here?", "RFC 8628 §3.4", this::known)
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check(
                  "token.device-client",
                  "Was it issued to this client?",
                  "RFC 8628 §3.4",
                  this::client)
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check("token.device-expiry", "Is it still valid?", "RFC 8628 §3.5", this::expiry)
              .refusedWith(OAuthErrors.bad("expired_token")),
          check("token.device-pace", "Has the device waited?", "RFC 8628 §3.5", this::pace)
              .because("A device asks all the time. Too many of them would keep the server busy.")
              .refusedWith(OAuthErrors.bad("slow_down")),
          check("token.device-allowed", "Has its owner agreed?", "RFC 8628 §3.3", this::allowed)
              .refusedWith(OAuthErrors.bad("authorization_pending")),
          // Asked last, for it uses the code up.
          check("token.device-unused", "Is it the first time?", "RFC 8628 §3.5", this::unused)
              .refusedWith(OAuthErrors.INVALID_GRANT));

  DeviceGrant(Tickets tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  @Override
  public String grantType() {
    return GrantTypes.DEVICE;
  }

  @Override
  public String type() {
    return "oauth-device-code";
  }

  @Override
  public Attempt attempt(TokenRequest request) {
    String code = request.get("device_code").orElse("");
    return new Attempt(request, code, new Lookup<>(() -> tickets.find(DeviceCodes.DEVICES, code)));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding known(Attempt attempt) {
    boolean known = attempt.stored().get().isPresent();
    return Finding.of(
            known, "a device code of this server", known ? "it is one" : "nobody knows it")
        .withSecret("device_code", attempt.presented());
  }

  private Finding client(Attempt attempt) {
    String issuedTo = attempt.device().clientId();
    return Finding.of(
        issuedTo.equals(attempt.request().knownClient().id()),
        "the client it was issued to",
        "issued to " + issuedTo);
  }

  private Finding expiry(Attempt attempt) {
    Ticket<Device> ticket = attempt.stored().orElseThrow();
    return Finding.of(
        tickets.isCurrent(ticket), "a time before its end", "it ends at " + ticket.expiresAt());
  }

  private Finding pace(Attempt attempt) {
    Device device = attempt.device();
    long now = clock.millis();
    long waited = now - device.askedAt();
    boolean enough = device.askedAt() == 0 || waited >= device.interval() * 1_000L;
    int interval = enough ? device.interval() : device.interval() + SLOWER;
    tickets.change(attempt.stored().orElseThrow(), device.asked(now, interval));
    return Finding.of(
        enough,
        device.interval() + " seconds between two questions",
        device.askedAt() == 0 ? "it is the first" : waited + " milliseconds");
  }

  private Finding allowed(Attempt attempt) {
    String expected = "a person who has allowed it";
    return switch (attempt.device().state()) {
      case ALLOWED -> Finding.passed(expected, attempt.device().personId() + " has");
      case WAITING -> Finding.failed(expected, "nobody has decided yet");
      case DENIED ->
          Finding.failed(expected, attempt.device().personId() + " has refused it")
              .answeredBy(OAuthErrors.bad("access_denied"));
    };
  }

  private Finding unused(Attempt attempt) {
    boolean first = tickets.use(attempt.stored().orElseThrow());
    return Finding.of(first, "not redeemed before", first ? "it was not" : "it was");
  }

  @Override
  public Granted granted(Attempt attempt) {
    Device device = attempt.device();
    if (device.state() != State.ALLOWED || device.personId() == null) {
      throw new IllegalStateException("nobody has allowed it");
    }
    return new Granted(
            Authorizations.newId(),
            device.clientId(),
            device.personId(),
            device.scopes(),
            device.authTime(),
            null,
            attempt.request().knownClient().grants().contains(GrantTypes.REFRESH))
        .provedBy(device.methods());
  }
}

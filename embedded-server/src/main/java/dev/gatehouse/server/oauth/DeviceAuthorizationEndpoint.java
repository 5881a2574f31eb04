package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.List;
import java.util.Set;

/** {@code POST /oauth/device_authorization} (RFC 8628 §3.1): a device asks for its two codes. */
final class DeviceAuthorizationEndpoint extends ClientEndpoint<TokenRequest> {
  static final String PATH = "/oauth/device_authorization";

  private final DeviceCodes devices;
  private final String issuer;
  private final List<Check<TokenRequest>> checks =
      List.of(
          check(
                  "device.grant",
                  "Is the client registered for devices?",
                  "RFC 8628 §3.1",
                  this::registered)
              .refusedWith(OAuthErrors.UNAUTHORIZED_CLIENT),
          check("device.scope", "May the client ask for that?", "RFC 6749 §3.3", this::scope)
              .refusedWith(OAuthErrors.INVALID_SCOPE));

  DeviceAuthorizationEndpoint(
      ClientChecks clientChecks, Clients clients, DeviceCodes devices, String issuer) {
    super(PATH, "oauth-device-authorization", clientChecks, clients);
    this.devices = devices;
    this.issuer = issuer;
  }

  @Override
  TokenRequest attempt(TokenRequest request) {
    return request;
  }

  @Override
  List<Check<TokenRequest>> checks() {
    return checks;
  }

  private Finding registered(TokenRequest request) {
    boolean registered = request.knownClient().grants().contains(GrantTypes.DEVICE);
    return Finding.of(registered, "one that is", registered ? "it is" : "it is not");
  }

  private Finding scope(TokenRequest request) {
    Set<String> allowed = request.knownClient().scopes();
    Set<String> beyond = Scopes.beyond(asked(request), allowed);
    return Finding.of(
        beyond.isEmpty(),
        "some of " + Scopes.text(allowed),
        beyond.isEmpty() ? Scopes.text(asked(request)) : "also " + Scopes.text(beyond));
  }

  @Override
  Answer answer(TokenRequest request) {
    DeviceCodes.Codes codes = devices.begin(request.knownClient().id(), asked(request));
    String page = issuer + DeviceEndpoint.PATH;
    return Answer.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("device_code", codes.deviceCode())
            .put("user_code", codes.userCode())
            .put("verification_uri", page)
            .put("verification_uri_complete", page + "?user_code=" + codes.userCode())
            .put("expires_in", DeviceCodes.DEVICES.lifetime().toSeconds())
            .put("interval", DeviceCodes.INTERVAL));
  }

  private static Set<String> asked(TokenRequest request) {
    return request
        .get("scope")
        .map(SpacedWords::in)
        .orElseGet(() -> request.knownClient().scopes());
  }
}

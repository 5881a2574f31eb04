package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.post;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Session;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.totp.SecretText;
import java.util.Set;

/** Somebody of the demo people with a session, and with the app that computes their codes. */
record SecondFactors(String person, Session.Begun begun) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Somebody who has logged in with a password. */
  static SecondFactors of(String person) {
    return new SecondFactors(
        person, DemoIdentity.identity().sessions().begin(person, Set.of("pwd")));
  }

  /** The code of this many steps from now. */
  String code(int offset) {
    byte[] secret = SecretText.read(DemoIdentity.totpSecret(person)).orElseThrow();
    long step = OneTimeCodes.stepAt(DemoIdentity.clock().instant());
    return OneTimeCodes.standard().at(secret, step + offset);
  }

  /** A code that is none of the acceptable ones. */
  String wrongCode() {
    String code = "000000";
    while (Set.of(code(-1), code(0), code(1)).contains(code)) {
      code = "%06d".formatted(Integer.parseInt(code) + 1);
    }
    return code;
  }

  /** A step-up with this code. */
  Arrival stepUp(String code) {
    return sending("totp=" + code);
  }

  /** A step-up with this body of a form. */
  Arrival sending(String form) {
    return post(
        TotpAuthenticator.PATH,
        form,
        "Content-Type",
        FORM,
        "Cookie",
        SessionCookie.NAME + "=" + begun.id(),
        "X-CSRF-Token",
        begun.csrfToken());
  }

  /** A login with both factors at once. */
  Arrival login(String code) {
    return post(
        LoginAuthenticator.PATH,
        "username="
            + person
            + "&password="
            + DemoIdentity.secret(person, "password")
            + "&totp="
            + code,
        "Content-Type",
        FORM);
  }
}

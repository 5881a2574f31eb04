package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramKeys;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.scram.ServerFirst;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.util.Map;

/** Somebody asking who they are by SCRAM, message by message. */
final class ScramExample {
  private static final String CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO";

  private final ScramAuthenticator scram;
  private final ClientFirst first;

  private ScramExample(ScramAuthenticator scram, ClientFirst first) {
    this.scram = scram;
    this.first = first;
  }

  static ScramExample of(ScramAuthenticator scram, String name) {
    return new ScramExample(scram, ClientFirst.of(name, CLIENT_NONCE));
  }

  /** One who begins with this very message. */
  static ScramExample beginning(ScramAuthenticator scram, String message) throws ScramException {
    return new ScramExample(scram, ClientFirst.read(message));
  }

  /** A request with these parameters. */
  static Arrival sending(String parameters) {
    return Arrivals.get("/me", "Authorization", ScramText.SCHEME + " " + parameters);
  }

  /** The request with the first message. */
  Arrival begin() {
    return sending("realm=\"Gatehouse\", data=" + ScramText.data(first.text()));
  }

  /** What the server answers to it. */
  Answered answered() {
    Verification verification = judge(scram, begin());
    CheckResult failure = verification.failure().orElseThrow();
    return new Answered(scram.challenge(failure).orElseThrow().parameters());
  }

  /** The request with the proof of this password. */
  Arrival end(String password) {
    return answered().proof(password);
  }

  /** The same, with the demo person's own password. */
  Arrival end() {
    return end(DemoIdentity.secret(first.name(), "password"));
  }

  /** The server's answer to the first message. */
  final class Answered {
    private final Map<String, String> challenge;

    Answered(Map<String, String> challenge) {
      this.challenge = challenge;
    }

    String sid() {
      return challenge.getOrDefault("sid", "");
    }

    ServerFirst message() {
      try {
        return ServerFirst.read(ScramText.message(challenge.getOrDefault("data", "")));
      } catch (ScramException e) {
        throw new AssertionError(challenge.toString(), e);
      }
    }

    ClientFinal last(String password) {
      try {
        ServerFirst salted = message();
        return ClientFinal.of(
            first, salted, ScramKeys.derive(password, salted.salt(), salted.iterations()));
      } catch (ScramException e) {
        throw new AssertionError(e);
      }
    }

    Arrival proof(String password) {
      return proof(last(password));
    }

    Arrival proof(ClientFinal last) {
      return sending("sid=" + sid() + ", data=" + ScramText.data(last.text()));
    }
  }
}

package dev.gatehouse.desktop.oauth;

import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Map;

/** What a client checks of an authorization response before it redeems the code in it. */
public final class ResponseChecks {
  /**
   * What came back through the browser, and what the client knows.
   *
   * @param parameters what came back
   * @param state what had been sent along
   * @param issuer who was asked
   * @param saysWho whether that server promises to say so in each answer
   */
  public record Subject(
      Map<String, String> parameters, String state, String issuer, boolean saysWho) {
    private String get(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  private static final Weakness CLIENT_IGNORES_STATE =
      new Weakness(
          "client-ignores-state",
          "has a client that takes an answer to somebody else's request for one to its own");
  private static final Weakness CLIENT_IGNORES_ISS =
      new Weakness(
          "client-ignores-iss",
          "has a client that does not ask which authorization server an answer comes from");

  /** All of them, in order. */
  public static final List<Check<Subject>> ALL =
      List.of(
          Check.<Subject>check(
                  "client.state",
                  "Is it the answer to our own request?",
                  "RFC 9700 §4.7",
                  ResponseChecks::state)
              .because(
                  "Else somebody else could have begun this, and we would go on in their name without noticing"
                      + " (RFC 6749 §10.12).")
              .removedBy(CLIENT_IGNORES_STATE),
          Check.<Subject>check(
                  "client.iss",
                  "Does it come from the server that we asked?",
                  "RFC 9207 §2.4",
                  ResponseChecks::issuer)
              .because(
                  "A client of several servers could else be made to take a code of one to another: mix-up"
                      + " (RFC 9700 §4.4).")
              .removedBy(CLIENT_IGNORES_ISS),
          Check.check(
              "client.code", "Is there a code in it?", "RFC 6749 §4.1.2", ResponseChecks::code));

  private ResponseChecks() {}

  private static Finding state(Subject subject) {
    String came = subject.get("state");
    return Finding.of(
            came.equals(subject.state()), "the state that we had sent", ours(came, subject))
        .with("sent", subject.state())
        .with("came back", came);
  }

  private static String ours(String came, Subject subject) {
    return came.equals(subject.state()) ? "it is" : came.isEmpty() ? "no state" : "another state";
  }

  private static Finding issuer(Subject subject) {
    String came = subject.get("iss");
    if (came.isEmpty() && !subject.saysWho()) {
      return Finding.passed(subject.issuer(), "it does not say, and had not promised to");
    }
    return Finding.of(
        came.equals(subject.issuer()), subject.issuer(), came.isEmpty() ? "no iss" : came);
  }

  private static Finding code(Subject subject) {
    String error = subject.get("error");
    if (!error.isEmpty()) {
      String said = subject.get("error_description");
      return Finding.failed("a code", said.isEmpty() ? error : error + ": " + said);
    }
    boolean there = !subject.get("code").isEmpty();
    return Finding.of(there, "a code", there ? "there is" : "there is none")
        .withSecret("code", subject.get("code"));
  }
}

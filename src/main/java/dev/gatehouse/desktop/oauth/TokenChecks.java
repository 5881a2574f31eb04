package dev.gatehouse.desktop.oauth;

import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.List;
import java.util.Set;

/** What a client checks of what an authorization server says of itself, and of tokens it gives. */
public final class TokenChecks {
  /**
   * Who was asked, and who has answered.
   *
   * @param asked the issuer that the client was told of
   * @param answered the one in the metadata
   * @param addresses where the metadata sends the client and the browser
   */
  public record Metadata(String asked, String answered, List<String> addresses) {
    public Metadata {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * What was given, and what had been asked for.
   *
   * @param answer of the token endpoint
   * @param asked the scopes asked for; empty if the server was to choose
   * @param type what they have to call themselves
   */
  record Tokens(TokenAnswer answer, Set<String> asked, String type) {}

  /** Of the metadata. */
  public static final List<Check<Metadata>> OF_METADATA =
      List.of(
          Check.<Metadata>check(
                  "client.issuer",
                  "Is it the server we were told of?",
                  "RFC 8414 §3.3",
                  metadata ->
                      Finding.of(
                          metadata.asked().equals(metadata.answered()),
                          metadata.asked(),
                          metadata.answered().isEmpty() ? "no issuer" : metadata.answered()))
              .because(
                  "Else one server could speak in the name of another, and all that follows would be checked against"
                      + " the wrong name."),
          Check.<Metadata>check(
                  "client.endpoints",
                  "Is the way to each of its addresses protected?",
                  "RFC 6749 §3.1, §3.2",
                  TokenChecks::addresses)
              .because(
                  "Codes, secrets and tokens travel there, and keys are believed that come from there. Only TLS, or"
                      + " this machine, keeps others from reading and changing them."));

  /** Of tokens. */
  static final List<Check<Tokens>> OF_TOKENS =
      List.of(
          Check.check(
              "client.access-token",
              "Is there an access token in it?",
              "RFC 6749 §5.1",
              TokenChecks::accessToken),
          Check.<Tokens>check(
                  "client.token-type",
                  "Is it a kind of token that we can use?",
                  "RFC 6749 §7.1",
                  TokenChecks::type)
              .because(
                  "A client must not use a token whose type it does not understand. One that asked for a bound"
                      + " token and got another has got one that a thief can use (RFC 9449 §5)."),
          Check.<Tokens>check(
                  "client.scope",
                  "May it do no more than was asked for?",
                  "RFC 6749 §5.1",
                  TokenChecks::scope)
              .because("What is more than was asked for is more than anybody has agreed to."));

  private TokenChecks() {}

  /** What is checked of tokens, for a list of what will be. */
  public static List<Check<?>> ofTokens() {
    return List.copyOf(OF_TOKENS);
  }

  private static Finding addresses(Metadata metadata) {
    List<String> open = Protection.uncovered(metadata.addresses());
    return Finding.of(
        open.isEmpty(),
        "https, or an address of this machine",
        open.isEmpty() ? "each of them is" : String.join(", ", open));
  }

  private static Finding accessToken(Tokens tokens) {
    boolean there = !tokens.answer().accessToken().isEmpty();
    return Finding.of(there, "an access_token", there ? "there is" : "there is none")
        .withSecret("access_token", tokens.answer().accessToken());
  }

  private static Finding type(Tokens tokens) {
    String type = tokens.answer().text("token_type");
    return Finding.of(
        type.equalsIgnoreCase(tokens.type()),
        tokens.type(),
        type.isEmpty() ? "no token_type" : type);
  }

  private static Finding scope(Tokens tokens) {
    if (!tokens.answer().json().has("scope")) {
      return Finding.passed("just what was asked for", "it says nothing else");
    }
    String given = tokens.answer().text("scope");
    if (tokens.asked().isEmpty()) {
      return Finding.passed("whatever the client may have", given);
    }
    Set<String> beyond = SpacedWords.in(given);
    beyond.removeAll(tokens.asked());
    return Finding.of(
        beyond.isEmpty(),
        "at most " + String.join(" ", tokens.asked()),
        beyond.isEmpty() ? given : "also " + String.join(" ", beyond));
  }
}

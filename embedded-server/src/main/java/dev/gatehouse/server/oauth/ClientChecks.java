package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;
import static java.util.Objects.requireNonNull;

import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which client is it? (RFC 6749 §2.3) */
final class ClientChecks {
  private final ClientAssertions assertions;
  private final ClientCertificates certificates;

  /** Checks that ask these about signed statements and about certificates. */
  ClientChecks(ClientAssertions assertions, ClientCertificates certificates) {
    this.assertions = assertions;
    this.certificates = certificates;
  }

  /** The checks in their order. */
  List<Check<ClientAttempt>> list() {
    List<Check<ClientAttempt>> all = new ArrayList<>(who());
    all.addAll(certificates.checks());
    all.addAll(proof());
    return List.copyOf(all);
  }

  private List<Check<ClientAttempt>> who() {
    return List.of(
        check(
                "client.single",
                "Does it prove who it is in one way only?",
                "RFC 6749 §2.3",
                this::single)
            .because("With two, two readers may each believe a different one.")
            .refusedWith(OAuthErrors.INVALID_REQUEST),
        check("client.known", "Is such a client registered?", "RFC 6749 §2.2", this::known)
            .refusedWith(OAuthErrors.INVALID_CLIENT),
        check(
                "client.method",
                "Is that the way for which it is registered?",
                "RFC 7591 §2",
                this::method)
            .because("Whoever could leave the proof away could call in the name of any client.")
            .refusedWith(OAuthErrors.INVALID_CLIENT));
  }

  private List<Check<ClientAttempt>> proof() {
    return List.of(
        check(
                "client.authentication",
                "Does the proof fit what is stored?",
                "RFC 6749 §3.2.1",
                this::authentication)
            .because("Stolen codes and refresh tokens are of no use to who is not their client.")
            .refusedWith(OAuthErrors.INVALID_CLIENT),
        check(
                "client.assertion",
                "Was its statement made for this server, and lately?",
                "RFC 7523 §3",
                this::statement)
            .because("Otherwise any server that is sent one could use it at all the others.")
            .refusedWith(OAuthErrors.INVALID_CLIENT),
        check(
                "client.assertion-unused",
                "Is its statement used for the first time?",
                "RFC 7523 §3",
                this::unused)
            .because("Whoever has seen one must not be able to send it again.")
            .refusedWith(OAuthErrors.INVALID_CLIENT));
  }

  private Finding single(ClientAttempt attempt) {
    String expected = "one way to prove who it is, or none";
    if (!attempt.flaw().isEmpty()) {
      return Finding.failed(expected, attempt.flaw());
    }
    return Finding.of(attempt.methods().size() == 1, expected, words(attempt.methods()));
  }

  private Finding known(ClientAttempt attempt) {
    @Nullable String id = attempt.id();
    String expected = "the client_id of a registered client";
    if (id == null) {
      return Finding.failed(expected, "it does not say which client it is");
    }
    return attempt
        .client()
        .get()
        .map(client -> Finding.passed(expected, client.name()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"))
        .with("client_id", id);
  }

  private Finding method(ClientAttempt attempt) {
    Client client = attempt.client().orElseThrow();
    return Finding.of(
        client.methods().contains(attempt.method()),
        words(client.methods().stream().sorted().toList()),
        attempt.method().text());
  }

  private Finding authentication(ClientAttempt attempt) {
    Client client = attempt.client().orElseThrow();
    return switch (attempt.method()) {
      case NONE -> Finding.passed("nothing: it is a public client", "nothing");
      case BASIC, POST -> {
        String secret = requireNonNull(attempt.secret());
        boolean fits = Secrets.fits(requireNonNull(client.secretDigest()), secret);
        yield Finding.of(fits, "the client's secret", fits ? "it is" : "another one")
            .withSecret("client_secret", secret);
      }
      case TLS -> ClientCertificates.name(client, attempt.certificates().get(0));
      case PRIVATE_KEY_JWT -> assertions.signature(client, requireNonNull(attempt.assertion()));
    };
  }

  private Finding statement(ClientAttempt attempt) {
    return attempt.assertion() == null
        ? noStatement()
        : assertions.claims(attempt.client().orElseThrow(), attempt.assertion());
  }

  private Finding unused(ClientAttempt attempt) {
    return attempt.assertion() == null
        ? noStatement()
        : assertions.firstUse(attempt.client().orElseThrow(), attempt.assertion());
  }

  private static Finding noStatement() {
    return Finding.passed("a new one, if one is sent", "none is sent");
  }

  private static String words(List<ClientMethod> methods) {
    return methods.stream().map(ClientMethod::text).collect(Collectors.joining(" or "));
  }
}

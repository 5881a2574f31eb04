package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import java.util.List;

/**
 * An endpoint at which a client proves who it is and sends a form, other than that for tokens.
 *
 * @param <A> what the endpoint's own checks examine
 */
abstract class ClientEndpoint<A> implements Endpoint {
  private final String path;
  private final String type;
  private final Clients clients;
  private final List<Check<Parameters>> requestChecks =
      List.of(
          check("request.well-formed", "Can it be read?", "RFC 6749 §3.2", Parameters::finding)
              .refusedWith(OAuthErrors.INVALID_REQUEST));
  private final List<Check<ClientAttempt>> clientChecks;

  /**
   * An endpoint.
   *
   * @param path where it is
   * @param type its name in exchange records
   */
  ClientEndpoint(String path, String type, ClientChecks clientChecks, Clients clients) {
    this.path = path;
    this.type = type;
    this.clientChecks = clientChecks.list();
    this.clients = clients;
  }

  /** What its checks will examine. Must not throw. */
  abstract A attempt(TokenRequest request);

  /** Its own checks, asked once the client has proved who it is. */
  abstract List<Check<A>> checks();

  /** The answer, if no check has failed. */
  abstract Answer answer(A attempt);

  /** What any answer says besides. */
  List<Header> headers(A attempt) {
    return List.of();
  }

  @Override
  public final String method() {
    return "POST";
  }

  @Override
  public final String path() {
    return path;
  }

  @Override
  public final List<Listing> listings() {
    return List.of(Listing.of(type, requestChecks, clientChecks, checks()));
  }

  @Override
  public final Judgement judge(Arrival arrival, Verification.Run run) {
    Parameters parameters = Parameters.ofForm(arrival);
    ClientAttempt client = ClientAttempt.read(arrival, parameters, clients);
    A attempt = attempt(new TokenRequest(arrival, parameters, client));
    Verification verification =
        run.run(requestChecks, parameters)
            .run(clientChecks, client)
            .run(checks(), attempt)
            .conclude(type, client.scheme(), client::claimant);
    Answer answer =
        verification.failure().map(OAuthErrors::answer).orElseGet(() -> answer(attempt));
    for (Header header : headers(attempt)) {
      answer = answer.with(header.name(), header.value());
    }
    return new Judgement(verification, answer);
  }
}

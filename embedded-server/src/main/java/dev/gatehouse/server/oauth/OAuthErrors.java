package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Refusal;

/** How a failed check is said to a client (RFC 6749 §5.2). */
final class OAuthErrors {
  static final Refusal INVALID_REQUEST = Refusal.BAD_REQUEST;
  static final Refusal INVALID_CLIENT = new Refusal(401, "invalid_client", null);
  static final Refusal INVALID_GRANT = bad("invalid_grant");
  static final Refusal INVALID_SCOPE = bad("invalid_scope");
  static final Refusal UNAUTHORIZED_CLIENT = bad("unauthorized_client");

  private OAuthErrors() {}

  /** Answered with 400 and this code. */
  static Refusal bad(String error) {
    return new Refusal(400, error, null);
  }

  /** Answered by a redirect to the client that carries this code (RFC 6749 §4.1.2.1). */
  static Refusal redirected(String error) {
    return new Refusal(303, error, null);
  }

  /** The answer to a client whose request was refused by this check. */
  static Answer answer(CheckResult failure) {
    Refusal refusal = refusalOf(failure);
    // What a browser would be redirected with is said to a client directly (RFC 9126 §2.3).
    int status = refusal.status() == 303 ? 400 : refusal.status();
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", codeOf(failure))
            .put("error_description", descriptionOf(failure));
    Answer answer = Answer.json(status, body);
    if (refusal.retryAfter() != null) {
      answer = answer.with("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
    }
    return status == 401
        ? answer.with("WWW-Authenticate", "Basic realm=\"Gatehouse clients\"")
        : answer;
  }

  /** The error code of this failure. */
  static String codeOf(CheckResult failure) {
    String error = refusalOf(failure).error();
    return error == null ? "invalid_request" : error;
  }

  /** The failure in words, with only those characters that RFC 6749 §5.2 allows. */
  static String descriptionOf(CheckResult failure) {
    String words = failure.id() + ": expected " + failure.expected();
    return words.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
  }

  private static Refusal refusalOf(CheckResult failure) {
    return failure.refusal() == null ? INVALID_REQUEST : failure.refusal();
  }
}

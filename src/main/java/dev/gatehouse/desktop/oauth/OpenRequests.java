package dev.gatehouse.desktop.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests for codes that a program has sent and not had answered, by the {@code state} that
 * went with each. A program on the web has those of all its visitors here. Safe for use by many
 * threads.
 */
public final class OpenRequests {
  private static final int MOST = 1_000;

  /**
   * What has to be known again when the answer comes.
   *
   * @param redirectUri where the answer was to go
   * @param proof the verifier of the code
   * @param nonce what the ID token has to repeat
   */
  record Request(String redirectUri, ProofKey proof, String nonce) {}

  private final Map<String, Request> open = new ConcurrentHashMap<>();

  void begin(String state, Request request) {
    if (open.size() >= MOST) {
      open.clear();
    }
    open.put(state, request);
  }

  /** The request to which an answer with this state belongs; it is open no more. */
  Optional<Request> answered(String state) {
    return Optional.ofNullable(open.remove(state));
  }
}

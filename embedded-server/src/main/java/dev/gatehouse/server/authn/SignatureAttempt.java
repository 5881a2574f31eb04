package dev.gatehouse.server.authn;

import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.Message;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.httpsignature.SignatureBase;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.MessageKey;
import dev.gatehouse.server.identity.Person;
import java.util.List;

/**
 * One request with signatures to be judged.
 *
 * @param arrival the request
 * @param flaw why its signatures cannot be read; empty if they can
 * @param signatures every signature in it
 * @param key the key that the only signature names
 * @param person whom the key stands for
 */
record SignatureAttempt(
    Arrival arrival,
    String flaw,
    List<MessageSignature> signatures,
    Lookup<MessageKey> key,
    Lookup<Person> person) {

  static SignatureAttempt of(Arrival arrival, Identity identity) {
    List<MessageSignature> signatures = List.of();
    String flaw = "";
    try {
      signatures = MessageSignature.in(arrival.headers());
    } catch (ComponentException unreadable) {
      flaw = unreadable.reason();
    }
    List<MessageSignature> read = signatures;
    Lookup<MessageKey> key =
        new Lookup<>(
            () ->
                read.stream()
                    .findFirst()
                    .flatMap(one -> one.parameters().keyId())
                    .flatMap(identity::messageKey));
    Lookup<Person> person =
        new Lookup<>(() -> key.get().flatMap(known -> identity.person(known.personId())));
    return new SignatureAttempt(arrival, flaw, signatures, key, person);
  }

  /**
   * The only signature.
   *
   * @throws IndexOutOfBoundsException if none can be read
   */
  MessageSignature signature() {
    return signatures.get(0);
  }

  /** What the only signature says of itself. */
  SignatureParameters said() {
    return signature().parameters();
  }

  /**
   * The request as its signer must have written it.
   *
   * @throws ComponentException if the request does not have what is covered
   */
  SignatureBase base() throws ComponentException {
    String scheme = arrival.encrypted() ? "https" : "http";
    Message message =
        Message.request(arrival.method(), scheme, arrival.target(), arrival.headers());
    return SignatureBase.of(message, said());
  }
}

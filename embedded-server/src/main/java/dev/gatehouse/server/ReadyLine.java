package dev.gatehouse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.oauth.Client;
import dev.gatehouse.server.oauth.SeededClient;

/** What the server prints when it is ready: one line of JSON with all that a caller needs. */
final class ReadyLine {
  private static final String WITH_RSA_KEY = "alice";
  private static final String PROOF_KEY = "dpop.jwk";

  private ReadyLine() {}

  static String of(GatehouseServer server) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("ready", true);
    line.put("http", server.http().toString());
    line.put("https", server.https().map(Object::toString).orElse(null));
    line.put("pid", ProcessHandle.current().pid());
    ObjectNode credentials = line.putObject("credentials");
    for (DemoPerson person : server.people()) {
      ObjectNode secrets = credentials.putObject(person.id());
      person.secrets().forEach((name, secret) -> put(secrets, name, secret));
      putKeyPairs(secrets, person);
      person
          .secret(PROOF_KEY)
          .ifPresent(jwk -> secrets.withObjectProperty("dpop").put("privateKey", pem(jwk)));
    }
    ArrayNode clients = credentials.putArray("clients");
    server.clients().forEach(client -> put(clients.addObject(), client));
    return line.toString();
  }

  /** Private keys as PEM. That of RSA takes long to make, so one person alone has it here. */
  private static void putKeyPairs(ObjectNode secrets, DemoPerson person) {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      boolean slow = algorithm == SignatureAlgorithm.RSA_PSS_SHA512;
      if (algorithm.isShared() || (slow && !person.id().equals(WITH_RSA_KEY))) {
        continue;
      }
      person
          .messageKey(algorithm)
          .ifPresent(
              own ->
                  secrets
                      .withObjectProperty("httpSignature")
                      .putObject(algorithm.text())
                      .put("keyId", own.keyId())
                      .put("privateKey", own.secret()));
    }
  }

  private static String pem(String jwk) {
    try {
      return ProofKey.read(jwk).pem();
    } catch (JoseException unreadable) {
      throw new IllegalStateException("the key was written here", unreadable);
    }
  }

  private static void put(ObjectNode node, SeededClient seeded) {
    Client client = seeded.client();
    node.put("id", client.id());
    node.put("name", client.name());
    ArrayNode methods = node.putArray("authentication");
    client.methods().stream().sorted().forEach(method -> methods.add(method.text()));
    if (seeded.secret() != null) {
      node.put("secret", seeded.secret());
    }
    if (seeded.privateKey() != null) {
      node.putRawValue("jwk", new RawValue(seeded.privateKey()));
    }
    if (seeded.certificate() != null) {
      node.put("certificate", seeded.certificate());
      node.put("key", seeded.certificateKey());
    }
    client.redirectUris().forEach(node.putArray("redirectUris")::add);
    client.grants().stream().sorted().forEach(node.putArray("grants")::add);
    client.scopes().stream().sorted().forEach(node.putArray("scopes")::add);
  }

  /** A name with a dot in it is that of a member of a group. */
  private static void put(ObjectNode secrets, String name, String secret) {
    int dot = name.indexOf('.');
    if (name.equals(PROOF_KEY)) {
      secrets.withObjectProperty("dpop").putRawValue("jwk", new RawValue(secret));
    } else if (dot < 0) {
      secrets.put(name, secret);
    } else {
      secrets.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), secret);
    }
  }
}

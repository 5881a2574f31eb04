package dev.gatehouse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;

/** What the server prints when it is ready: one line of JSON with all that a caller needs. */
final class ReadyLine {
  private static final String WITH_RSA_KEY = "alice";

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
    }
    credentials.putArray("clients");
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

  /** A name with a dot in it is that of a member of a group. */
  private static void put(ObjectNode secrets, String name, String secret) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      secrets.put(name, secret);
    } else {
      secrets.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), secret);
    }
  }
}

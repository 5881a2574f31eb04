package dev.gatehouse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server prints when it is ready: one line of JSON with all that a caller needs. */
final class ReadyLine {
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
      person.secrets().forEach(secrets::put);
    }
    credentials.putArray("clients");
    return line.toString();
  }
}

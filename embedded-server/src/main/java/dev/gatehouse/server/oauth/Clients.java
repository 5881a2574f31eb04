package dev.gatehouse.server.oauth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that are registered here. They are few and the same in each run, with secrets of its
 * own, so they are kept in memory; of their secrets only digests are. Safe for use by many threads.
 */
final class Clients {
  private final Map<String, Client> clients = Collections.synchronizedMap(new LinkedHashMap<>());

  /** These clients are registered. */
  Clients(List<Client> registered) {
    registered.forEach(this::put);
  }

  /** The client with this identifier. */
  Optional<Client> find(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  /** All of them, in the order in which they were registered. */
  List<Client> all() {
    synchronized (clients) {
      return List.copyOf(clients.values());
    }
  }

  /** Registers one, in place of the one that was called so. */
  void put(Client client) {
    clients.put(client.id(), client);
  }
}

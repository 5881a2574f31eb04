package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The programs that are registered here. Safe for use by many threads. */
final class Clients {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Jdbi jdbi;

  Clients(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS oauth_client (id VARCHAR(255) PRIMARY KEY, place INTEGER NOT NULL,"
                    + " content VARCHAR(20000) NOT NULL)"));
  }

  /** The client with this identifier. */
  Optional<Client> find(String id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT content FROM oauth_client WHERE id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne())
        .map(Clients::read);
  }

  /** All of them, in the order in which they were added. */
  List<Client> all() {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT content FROM oauth_client ORDER BY place")
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(Clients::read)
        .toList();
  }

  /** Registers these. */
  void add(List<Client> clients) {
    jdbi.useHandle(
        handle -> {
          for (int place = 0; place < clients.size(); place++) {
            handle.execute(
                "INSERT INTO oauth_client (id, place, content) VALUES (?, ?, ?)",
                clients.get(place).id(),
                place,
                written(clients.get(place)));
          }
        });
  }

  /** Stores what has changed about one. */
  void change(Client client) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE oauth_client SET content = ? WHERE id = ?", written(client), client.id()));
  }

  private static String written(Client client) {
    try {
      return JSON.writeValueAsString(client);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a client cannot be written as JSON", e);
    }
  }

  private static Client read(String json) {
    try {
      return JSON.readValue(json, Client.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored client cannot be read", e);
    }
  }
}

package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that a verifier trusts, in order (RFC 7517 §5). */
public final class JwkSet {
  /**
   * A key of the set that cannot be used, and why.
   *
   * @param kid its identifier, or null
   * @param problem what is wrong with it
   */
  public record SetAside(@Nullable String kid, String problem) {}

  private final List<Jwk> keys;
  private final List<Jwk> withoutKid;
  private final Map<String, List<Jwk>> byKid;
  private final List<SetAside> setAside;

  /**
   * A set.
   *
   * @param keys those that can be used
   * @param setAside those that cannot
   */
  JwkSet(List<Jwk> keys, List<SetAside> setAside) {
    this.keys = List.copyOf(keys);
    this.setAside = List.copyOf(setAside);
    this.withoutKid = keys.stream().filter(key -> key.kid().isEmpty()).toList();
    this.byKid =
        keys.stream()
            .filter(key -> key.kid().isPresent())
            .collect(Collectors.groupingBy(key -> key.kid().orElseThrow()));
  }

  /**
   * Reads a JWK set, or a single JWK. Of a private key only the public part is kept. A key of a set
   * that cannot be used is set aside (RFC 7517 §5), never guessed at.
   *
   * @param json the text
   * @throws JoseException if it is neither
   */
  public static JwkSet read(String json) throws JoseException {
    ObjectNode object = StrictJson.object(json, "the key file");
    List<JsonNode> nodes = new ArrayList<>();
    if (object.has("keys")) {
      if (!object.path("keys").isArray()) {
        throw new JoseException("keys is not an array");
      }
      object.path("keys").forEach(nodes::add);
    } else if (object.has("kty")) {
      nodes.add(object);
    } else {
      throw new JoseException("the key file is neither a JWK nor a JWK set");
    }
    return ofNodes(nodes);
  }

  private static JwkSet ofNodes(List<JsonNode> nodes) {
    List<Jwk> keys = new ArrayList<>();
    List<SetAside> setAside = new ArrayList<>();
    for (JsonNode node : nodes) {
      try {
        keys.add(JwkReader.read(node));
      } catch (JoseException unusable) {
        @Nullable String kid = node.path("kid").isTextual() ? node.path("kid").textValue() : null;
        setAside.add(new SetAside(kid, unusable.problem()));
      }
    }
    return new JwkSet(keys, setAside);
  }

  /**
   * The keys with which a token may have been signed, in the order of the set (RFC 7515 §6): those
   * of this identifier and those without any; all of them if the token names none.
   *
   * @param kid what the token names, or null
   */
  public List<Jwk> candidates(@Nullable String kid) {
    if (kid == null) {
      return keys;
    }
    List<Jwk> named = byKid.getOrDefault(kid, List.of());
    if (withoutKid.isEmpty()) {
      return named;
    }
    return keys.stream().filter(key -> named.contains(key) || key.kid().isEmpty()).toList();
  }

  /**
   * The same keys but for shared secrets, as of a set that anybody can read: what is published is
   * no secret.
   */
  public JwkSet withoutSecrets() {
    List<Jwk> published = new ArrayList<>();
    List<SetAside> others = new ArrayList<>(setAside);
    for (Jwk key : keys) {
      if (key.key() instanceof PublicKey) {
        published.add(key);
      } else {
        others.add(new SetAside(key.kid().orElse(null), "it is a secret that was published"));
      }
    }
    return new JwkSet(published, others);
  }

  /** The keys that cannot be used. */
  public List<SetAside> setAside() {
    return setAside;
  }
}

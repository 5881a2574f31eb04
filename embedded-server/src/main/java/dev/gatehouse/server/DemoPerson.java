package dev.gatehouse.server;

import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.identity.DemoKeys;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A person of the seed data with everything a caller needs to try each scheme as them.
 *
 * @param id for example {@code alice}
 * @param name for people to read
 * @param roles for example {@code admin}
 * @param story one line: what this person may see
 * @param makers give the secrets by the names of the contract: {@code password}, {@code apiKey},
 *     {@code opaqueToken}, {@code jwt}; a dot in a name, as in {@code hmac.accessKey}, parts a
 *     group from a member of it. Some are made only when they are asked for, and are the same each
 *     time
 * @param messageKeys where the keys are that are made only when they are asked for
 * @param clients the programs through which this person can be reached
 */
public record DemoPerson(
    String id,
    String name,
    Set<String> roles,
    String story,
    Map<String, Supplier<String>> makers,
    MessageKeySource messageKeys,
    DemoClients clients) {

  /** Where to find what somebody signs HTTP messages with, which is made when it is asked for. */
  @FunctionalInterface
  public interface MessageKeySource {
    /** The key of this person for this algorithm, if there is one. */
    Optional<DemoKeys.Own> of(String personId, SignatureAlgorithm algorithm);
  }

  public DemoPerson {
    roles = Set.copyOf(roles);
    makers = Map.copyOf(makers);
  }

  /** A person who has no more to prove them than these secrets. */
  public DemoPerson(
      String id, String name, Set<String> roles, String story, Map<String, String> secrets) {
    this(id, name, roles, story, made(secrets), (person, algorithm) -> Optional.empty());
  }

  /** A person for whom no program is registered. */
  public DemoPerson(
      String id,
      String name,
      Set<String> roles,
      String story,
      Map<String, Supplier<String>> makers,
      MessageKeySource messageKeys) {
    this(id, name, roles, story, makers, messageKeys, DemoClients.NONE);
  }

  /** One secret, if there is one of this name. */
  public Optional<String> secret(String secretName) {
    return Optional.ofNullable(makers.get(secretName)).map(Supplier::get);
  }

  /** All secrets. Asking for all of them takes a moment if some have to be made. */
  public Map<String, String> secrets() {
    return makers.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, secret -> secret.getValue().get()));
  }

  /** What this person signs HTTP messages with by this algorithm, if anything (RFC 9421 §3.3). */
  public Optional<DemoKeys.Own> messageKey(SignatureAlgorithm algorithm) {
    return messageKeys.of(id, algorithm);
  }

  /** The secrets of somebody that are there already, for {@link #makers}. */
  public static Map<String, Supplier<String>> made(Map<String, String> secrets) {
    return secrets.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, secret -> secret::getValue));
  }
}

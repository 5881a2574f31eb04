package dev.gatehouse.desktop.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Every type of credential on the class path. */
public final class CredentialTypes {
  private CredentialTypes() {}

  /** All of them, by rank. */
  public static List<CredentialType> all() {
    return ServiceLoader.load(CredentialType.class, CredentialTypes.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(CredentialType::rank))
        .toList();
  }

  /** The one of this type, for example {@code basic}. */
  public static Optional<CredentialType> of(String type) {
    return all().stream().filter(candidate -> candidate.type().equals(type)).findFirst();
  }

  /** Those that answer a challenge of this scheme, whatever its case (RFC 9110 §11.1), by rank. */
  public static List<CredentialType> answering(String scheme) {
    return all().stream()
        .filter(type -> type.scheme().filter(scheme::equalsIgnoreCase).isPresent())
        .toList();
  }
}

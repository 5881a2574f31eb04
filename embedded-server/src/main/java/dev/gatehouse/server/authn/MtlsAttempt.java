package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * A certificate by which somebody says who they are.
 *
 * @param arrival the request
 * @param chain the certificate and those that it came with; that of the header if the request has
 *     one; empty if it cannot be read
 * @param person the one whom it names, if it names one of this server
 */
record MtlsAttempt(Arrival arrival, List<X509Certificate> chain, Lookup<Person> person) {
  private static final int EMAIL = 1;
  private static final int DNS = 2;

  MtlsAttempt {
    chain = List.copyOf(chain);
  }

  /** Reads the certificate of a request. */
  static MtlsAttempt read(Arrival arrival, Identity identity) {
    List<X509Certificate> chain =
        arrival
            .value(ClientCertHeader.NAME)
            .map(value -> ClientCertHeader.read(value).stream().toList())
            .orElse(arrival.certificates());
    return new MtlsAttempt(
        arrival,
        chain,
        new Lookup<>(
            () ->
                chain.stream()
                    .limit(1)
                    .flatMap(certificate -> names(certificate).stream())
                    .flatMap(name -> identity.person(name).stream())
                    .findFirst()));
  }

  /** Whether it is claimed in a header, whatever else there is. */
  boolean isClaimed() {
    return arrival.value(ClientCertHeader.NAME).isPresent();
  }

  /**
   * The certificate itself.
   *
   * @throws java.util.NoSuchElementException if it cannot be read
   */
  X509Certificate certificate() {
    return chain.stream().findFirst().orElseThrow();
  }

  /** Whom it names (RFC 5280 §4.2.1.6); its common name only if it has no other. */
  static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives == null) {
        return commonName(certificate).stream().toList();
      }
      return alternatives.stream()
          .filter(name -> name.get(0).equals(EMAIL) || name.get(0).equals(DNS))
          .map(name -> String.valueOf(name.get(1)))
          .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      Stream<Rdn> parts =
          new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream();
      return parts
          .filter(part -> part.getType().equalsIgnoreCase("CN"))
          .map(Rdn::getValue)
          .filter(Objects::nonNull)
          .map(Object::toString)
          .findFirst();
    } catch (InvalidNameException unreadable) {
      return Optional.empty();
    }
  }
}

package dev.gatehouse.server.oauth;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How clients can show certificates (RFC 8705).
 *
 * @param https where they can: where the server answers over TLS, if it does
 * @param authority who issues them; asked for when one is to be judged
 */
public record ShownCertificates(Optional<URI> https, Supplier<X509Certificate> authority) {}

package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A certificate that is shown when the connection is made (mutual TLS, RFC 8705 §2), and perhaps a
 * token on that connection, which may be bound to the certificate (§3).
 */
@AutoService(CredentialType.class)
public final class MtlsCredential implements CredentialType {
  /** The field that says which certificate is shown. */
  public static final String SHOWN = "shown";

  /** The field for the path of the certificate. */
  public static final String CERTIFICATE = "certificate";

  /** The field for the path of its key. */
  public static final String KEY = "key";

  /** The field for the name in a certificate that is made here. */
  public static final String NAME = "name";

  /** The field for a token that is sent along. */
  public static final String TOKEN = "token";

  /** Shows the certificate in the files. */
  public static final String OWN = "from the files";

  /** Shows one that nobody has issued. */
  public static final String SELF_SIGNED = "self-signed";

  /** Shows none. */
  public static final String NONE = "none";

  @Override
  public String type() {
    return "mtls";
  }

  @Override
  public String label() {
    return "Certificate (mutual TLS)";
  }

  @Override
  public int rank() {
    return 64;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.choice(
            SHOWN, "Certificate", "Shown when the connection is made", OWN, SELF_SIGNED, NONE),
        Field.text(CERTIFICATE, "Certificate file", "PEM; anybody may see it"),
        Field.text(KEY, "Key file", "PEM; signs the handshake, and is not sent"),
        Field.text(NAME, "Name if self-signed", "Whom it says to be of"),
        Field.secret(TOKEN, "Token", "If you like: sent as Bearer on that connection"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(SHOWN, OWN);
    values.put(CERTIFICATE, person.secret("certificate").orElse(""));
    values.put(KEY, person.secret("key").orElse(""));
    values.put(NAME, person.id());
    values.put(TOKEN, "");
    return values;
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    if (!draft.url().toLowerCase(Locale.ROOT).startsWith("https:")) {
      throw new CredentialException(
          "A certificate is shown when a TLS connection is made, and this address begins with http."
              + " Call one that begins with https.");
    }
    Draft shown =
        switch (values.getOrDefault(SHOWN, OWN)) {
          case NONE -> draft;
          case SELF_SIGNED -> draft.showing(selfSigned(values));
          default -> draft.showing(read(values));
        };
    return values.getOrDefault(TOKEN, "").isBlank()
        ? shown
        : shown.withHeader("Authorization", "Bearer " + HeaderSecret.from(values, TOKEN, "token"));
  }

  private static ClientCertificate selfSigned(Map<String, String> values)
      throws CredentialException {
    try {
      return ClientCertificate.selfSigned(values.getOrDefault(NAME, "").strip());
    } catch (IllegalArgumentException unusable) {
      throw new CredentialException("That name cannot be in a certificate. Try alice.");
    }
  }

  private static ClientCertificate read(Map<String, String> values) throws CredentialException {
    String certificate = text(values, CERTIFICATE, "certificate");
    String key = text(values, KEY, "key");
    try {
      return ClientCertificate.read(certificate, key);
    } catch (IllegalArgumentException unreadable) {
      throw new CredentialException(
          "The two files are not a certificate and its private key, each as PEM (RFC 7468).");
    }
  }

  private static String text(Map<String, String> values, String field, String what)
      throws CredentialException {
    String path = values.getOrDefault(field, "").strip();
    if (path.isEmpty()) {
      throw new CredentialException(
          "There is no file of a " + what + " yet. Name one, or choose a person who has one.");
    }
    try {
      return Files.readString(Path.of(path));
    } catch (IOException | InvalidPathException unreadable) {
      throw new CredentialException("The file " + path + " cannot be read.");
    }
  }
}

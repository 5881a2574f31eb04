package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.MtlsCredential;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.credential.TotpCredential;
import dev.gatehouse.desktop.exchange.Draft;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a call with its credential as a command for curl in bash. Curl's own option for a scheme
 * is used where it has one, so that the command says what it does.
 */
public final class CurlCommand {
  /** The file in which the Server page saves the certificate authority, unless told otherwise. */
  public static final String AUTHORITY_FILE = "gatehouse-ca.pem";

  /** The types for which the window sends requests that curl cannot be told to send. */
  private static final Set<String> OBTAINED =
      Set.of("dpop", "webauthn", "oauth-code", "oauth-client", "oauth-device", "oauth-exchange");

  private final @Nullable String authority;

  /**
   * Commands written so.
   *
   * @param authority the file of a certificate authority to trust for calls by HTTPS; null to leave
   *     that to curl
   */
  public CurlCommand(@Nullable String authority) {
    this.authority = authority;
  }

  /**
   * The command, several lines long, its secrets in it, ready to run.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @throws CredentialException if the values do not make a credential
   */
  public String write(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException {
    if (call.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("Authorization"))) {
      // Curl would let that header take the place of its own, so that one of the two got lost.
      return withHeaders(type, values, call);
    }
    return switch (type.type()) {
      case "none" -> new CurlLine(authority).request(call).text();
      case "basic" -> basic(values, call);
      case "digest" -> digest(values, call);
      case "opaque-token", "jwt" -> bearer(type, values, call);
      case "session" -> session(SessionCredential.login(values, call), call);
      case "totp" -> session(TotpCredential.login(values, call), call);
      case "hmac" -> signed(values, call);
      case "mtls" -> certificate(values, call);
      // By other algorithms the signature of now is copied, which is good once and for minutes.
      case "http-signature" ->
          SignedMessageCurl.signsBy(values)
              ? SignedMessageCurl.write(authority, values, call)
              : withHeaders(type, values, call);
      default -> withHeaders(type, values, call);
    };
  }

  /**
   * The same, where something was obtained already that takes the place of what curl cannot do.
   *
   * @param obtained what the latest exchange has obtained; empty if nothing
   * @throws CredentialException if the values do not make a credential, or nothing was obtained yet
   */
  public String write(
      CredentialType type, Map<String, String> values, Draft call, Optional<Obtained> obtained)
      throws CredentialException {
    Optional<Obtained> fitting = obtained.filter(one -> one.fits(type.type(), values, call));
    if (OBTAINED.contains(type.type()) && fitting.isPresent()) {
      Draft complete = fitting.get().on(call);
      return fitting.get().remark() + new CurlLine(authority).request(complete).text();
    }
    return write(type, values, call);
  }

  private String basic(Map<String, String> values, Draft call) {
    String name = values.getOrDefault("username", "");
    String password = values.getOrDefault("password", "");
    return new CurlLine(authority).option("-u", name + ":" + password).request(call).text();
  }

  private String digest(Map<String, String> values, Draft call) throws CredentialException {
    if (call.body().length > 0) {
      throw new CredentialException(
          "Digest with a body cannot be written for curl: it does not protect the body (auth-int).");
    }
    String name = values.getOrDefault("username", "");
    String password = values.getOrDefault("password", "");
    return new CurlLine(authority)
        .option("--digest")
        .option("-u", name + ":" + password)
        .request(call)
        .text();
  }

  /** Curl's own option puts a token where it belongs. */
  private String bearer(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException {
    String where = values.getOrDefault("where", "header");
    if (!where.isEmpty() && !where.equals("header")) {
      return withHeaders(type, values, call);
    }
    String token = values.getOrDefault("token", "").strip();
    return new CurlLine(authority).option("--oauth2-bearer", token).request(call).text();
  }

  private String signed(Map<String, String> values, Draft call) {
    String scope = "aws:amz:" + value(values, "region") + ":" + value(values, "service");
    return new CurlLine(authority)
        .option("--aws-sigv4", scope)
        .option("-u", value(values, "accessKey") + ":" + value(values, "secretKey"))
        .request(call)
        .text();
  }

  /** One that is made here is in no file that curl could read. */
  private String certificate(Map<String, String> values, Draft call) throws CredentialException {
    if (value(values, MtlsCredential.SHOWN).equals(MtlsCredential.SELF_SIGNED)) {
      throw new CredentialException(
          "A self-signed certificate cannot be written for curl: it is made anew for each call.");
    }
    CurlLine line = new CurlLine(authority);
    if (!value(values, MtlsCredential.SHOWN).equals(MtlsCredential.NONE)) {
      line.option("--cert", value(values, MtlsCredential.CERTIFICATE));
      line.option("--key", value(values, MtlsCredential.KEY));
    }
    String token = value(values, MtlsCredential.TOKEN);
    return (token.isEmpty() ? line : line.option("--oauth2-bearer", token)).request(call).text();
  }

  private static String value(Map<String, String> values, String field) {
    return values.getOrDefault(field, "").strip();
  }

  /** Signs in first. Calls that change something also take the second secret from that answer. */
  private String session(Draft signingIn, Draft call) {
    boolean csrf = SessionCredential.needsCsrfToken(call.method());
    CurlLine login =
        new CurlLine(authority).option("-s").option("-c", "cookies.txt").request(signingIn);
    CurlLine line = new CurlLine(authority).option("-b", "cookies.txt");
    if (csrf) {
      line.raw("-H \"" + SessionCredential.CSRF_HEADER + ": $CSRF\"");
    }
    String second = line.request(call).text();
    return csrf
        ? "CSRF=$("
            + login.text()
            + " |\n  sed -E 's/.*\"csrfToken\" *: *\"([^\"]*)\".*/\\1/')\n"
            + second
        : login.text() + " -o /dev/null\n" + second;
  }

  /** Whatever a type of credential puts into headers, curl can too. */
  private String withHeaders(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException {
    try {
      Draft presented =
          type.present(
              values,
              call,
              (purpose, draft) -> {
                throw new IllegalStateException(purpose);
              });
      return new CurlLine(authority).request(presented).text();
    } catch (IllegalStateException sendsFirst) {
      throw new CredentialException(
          OBTAINED.contains(type.type())
              ? "Send it once: what is obtained on the way stands here then, for curl to go on with."
              : type.label() + " cannot be written for curl: something has to be sent first.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialException("It was cancelled.");
    }
  }
}

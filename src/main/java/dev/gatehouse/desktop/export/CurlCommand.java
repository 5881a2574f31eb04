package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Draft;
import java.util.Map;

/**
 * Writes a call with its credential as a command for curl in bash. Curl's own option for a scheme
 * is used where it has one, so that the command says what it does.
 */
public final class CurlCommand {
  private final CurlOptions options;

  /** Commands written so. */
  public CurlCommand(CurlOptions options) {
    this.options = options;
  }

  /**
   * The command, several lines long. Where secrets are not shown, variables such as {@code
   * $PASSWORD} stand for them, to be set before it is run.
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
      case "none" -> new CurlLine(options).request(call).text();
      case "basic" -> basic(values, call);
      case "opaque-token", "jwt" -> bearer(values.getOrDefault("token", "").strip(), call);
      case "session" -> session(values, call);
      default -> withHeaders(type, values, call);
    };
  }

  private String basic(Map<String, String> values, Draft call) {
    String name = values.getOrDefault("username", "");
    String password = values.getOrDefault("password", "");
    return new CurlLine(options)
        .secret("-u", name + ":", password, "PASSWORD")
        .request(call)
        .text();
  }

  private String bearer(String token, Draft call) {
    return new CurlLine(options).secret("--oauth2-bearer", "", token, "TOKEN").request(call).text();
  }

  /** Signs in first. Calls that change something also take the second secret from that answer. */
  private String session(Map<String, String> values, Draft call) throws CredentialException {
    boolean csrf = SessionCredential.needsCsrfToken(call.method());
    CurlLine login =
        new CurlLine(options)
            .option("-s")
            .option("-c", "cookies.txt")
            .request(SessionCredential.login(hidden(values), call));
    CurlLine line = new CurlLine(options).option("-b", "cookies.txt");
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

  private Map<String, String> hidden(Map<String, String> values) {
    if (options.showSecrets()) {
      return values;
    }
    return Map.of(
        "username", values.getOrDefault("username", ""), "password", CurlLine.PLACEHOLDER);
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
      return new CurlLine(options).request(presented).text();
    } catch (IllegalStateException sendsFirst) {
      throw new CredentialException(
          type.label() + " cannot be written for curl: something has to be sent first.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialException("It was cancelled.");
    }
  }
}

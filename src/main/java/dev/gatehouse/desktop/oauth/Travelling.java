package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What travels in the messages of OAuth: in the query of an address, in a form, in an answer of
 * JSON.
 *
 * @param name the parameter's name
 * @param label for people to read
 * @param value as it travels
 * @param secret whether who sees it could use it
 */
public record Travelling(String name, String label, String value, boolean secret) {
  /** Where people log in; elsewhere a body is what the call is about. */
  private static final String SIGNING_IN = "/login";

  private static final String JSON = "application/json";

  private static final Map<String, String> OPEN = new LinkedHashMap<>();
  private static final Map<String, String> SECRET = new LinkedHashMap<>();

  static {
    OPEN.put("state", "State");
    OPEN.put("nonce", "Nonce");
    OPEN.put("code_challenge", "Code challenge");
    OPEN.put("code_challenge_method", "Challenge method");
    OPEN.put("dpop_jkt", "Key of the proofs");
    OPEN.put("iss", "Issuer");
    OPEN.put("redirect_uri", "Redirect URI");
    OPEN.put("grant_type", "Grant");
    OPEN.put("token_type", "Token type");
    OPEN.put("user_code", "User code");
    OPEN.put("error", "Error");
    OPEN.put("error_description", "What it says");
    OPEN.put("decision", "Decision");
    OPEN.put("client_id", "Client");
    OPEN.put("scope", "Scope");
    SECRET.put("code", "Code");
    SECRET.put("code_verifier", "Code verifier");
    SECRET.put("request_uri", "Pushed request");
    SECRET.put("access_token", "Access token");
    SECRET.put("id_token", "ID token");
    SECRET.put("refresh_token", "Refresh token");
    SECRET.put("subject_token", "Token to exchange");
    SECRET.put("device_code", "Device code");
    SECRET.put("client_secret", "Client secret");
    SECRET.put("client_assertion", "Client assertion");
    SECRET.put("password", "Password");
    SECRET.put("signature", "Signature");
    OPEN.put("username", "Name");
    OPEN.put("clientDataJSON", "Client data");
    OPEN.put("authenticatorData", "Authenticator data");
  }

  /**
   * What a request carries.
   *
   * @param target its path and query
   */
  public static List<Travelling> inRequest(String target, List<Header> headers, byte[] body) {
    List<Travelling> all = new ArrayList<>(known(Parameters.ofQuery(target)));
    if (type(headers).startsWith("application/x-www-form-urlencoded")) {
      all.addAll(known(Parameters.read(new String(body, StandardCharsets.UTF_8))));
    }
    if (target.startsWith(SIGNING_IN) && type(headers).startsWith(JSON)) {
      all.addAll(known(members(body)));
    }
    return all;
  }

  /** What a response carries. */
  public static List<Travelling> inResponse(List<Header> headers, byte[] body) {
    List<Travelling> all = new ArrayList<>();
    headers.stream()
        .filter(header -> header.name().equalsIgnoreCase("Location"))
        .forEach(header -> all.addAll(known(Parameters.ofQuery(header.value()))));
    // A list of events is no answer of OAuth, however long it is.
    if (type(headers).startsWith(JSON) && body.length < 64 * 1024) {
      all.addAll(known(members(body)));
    }
    return all;
  }

  private static Map<String, String> members(byte[] body) {
    Map<String, String> members = new LinkedHashMap<>();
    try {
      ObjectNode json = StrictJson.object(body, "the body");
      putTexts(json, members);
      // What a passkey has signed stands one level deeper (WebAuthn Level 3 §5.1.8).
      putTexts(json.path("response"), members);
    } catch (JoseException none) {
      return Map.of();
    }
    return members;
  }

  private static void putTexts(JsonNode object, Map<String, String> members) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (member.getValue().isTextual()) {
        members.put(member.getKey(), member.getValue().asText());
      }
    }
  }

  private static List<Travelling> known(Map<String, String> parameters) {
    List<Travelling> found = new ArrayList<>();
    SECRET.forEach(
        (name, label) -> {
          String value = parameters.get(name);
          if (value != null) {
            found.add(new Travelling(name, label, value, true));
          }
        });
    OPEN.forEach(
        (name, label) -> {
          String value = parameters.get(name);
          if (value != null) {
            found.add(new Travelling(name, label, value, false));
          }
        });
    return found;
  }

  private static String type(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }
}

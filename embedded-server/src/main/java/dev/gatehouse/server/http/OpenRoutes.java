package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.server.jose.TokenIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What anybody may ask for: what this is, how to call it, and the keys that sign its tokens. */
public final class OpenRoutes {
  private OpenRoutes() {}

  /** The OpenAPI document (YAML). */
  public static String openApi() {
    return resource("openapi.yaml");
  }

  static List<Route> routes(TokenIssuer issuer) {
    String openApi = openApi();
    String page = resource("index.html");
    return List.of(
        Route.open(
            "GET",
            "/",
            call ->
                Reply.text(200, Reply.HTML_TYPE, page)
                    .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")),
        Route.open(
            "GET",
            "/health",
            call -> Reply.ok(JsonNodeFactory.instance.objectNode().put("status", "up"))),
        Route.open("GET", "/openapi.yaml", call -> Reply.text(200, "application/yaml", openApi)),
        Route.open("GET", "/.well-known/jwks.json", call -> Reply.ok(issuer.jwks())));
  }

  /** A file beside this class, as text. */
  static String resource(String name) {
    try (@Nullable InputStream in = OpenRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent to the authorization server is answered, and proves nobody. */
final class AnyRequestTest {
  private static final List<String> PATHS =
      List.of(
          TokenEndpoint.PATH,
          PushedRequestEndpoint.PATH,
          DeviceAuthorizationEndpoint.PATH,
          IntrospectionEndpoint.PATH,
          RevocationEndpoint.PATH,
          AuthorizeEndpoint.PATH,
          LoginEndpoint.PATH,
          ConsentEndpoint.PATH,
          DeviceEndpoint.PATH,
          LogoutEndpoint.PATH);

  private static GatehouseServer server;
  private static Visitor visitor;

  @BeforeContainer
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    visitor = new Visitor(server);
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void anyFormIsAnsweredAndGivesNoTokens(
      @ForAll("paths") String path, @ForAll("forms") Map<String, String> form) {
    Seen seen = visitor.post(path, form);

    assertThat(seen.status()).as(path + form + seen.body()).isBetween(200, 429);
    assertThat(seen.body()).doesNotContain("\"access_token\"");
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyQueryIsAnswered(@ForAll("paths") String path, @ForAll("forms") Map<String, String> form) {
    Seen seen = visitor.get(path + "?" + Visitor.encoded(form));

    assertThat(seen.status()).as(path + form + seen.body()).isBetween(200, 429);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void anyAuthorizationHeaderIsAnswered(
      @ForAll("paths") String path, @ForAll("values") String text) {
    String header = "Authorization: Basic " + text.replaceAll("[^!-~]", "");

    assertThat(visitor.post(path, Map.of("grant_type", "client_credentials"), header).status())
        .isBetween(200, 429);
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(PATHS);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "desktop",
            "tv",
            "code",
            "authorization_code",
            "refresh_token",
            "password",
            GrantTypes.DEVICE,
            GrantTypes.EXCHANGE,
            ExchangeGrant.ACCESS_TOKEN,
            Visitor.DESKTOP_CALLBACK,
            Visitor.CHALLENGE,
            "S256",
            "none",
            "allow",
            "BBBB-BBBB",
            "a.b.c",
            "\r\nSet-Cookie: a=b",
            "\u0000"),
        Arbitraries.strings().ofMaxLength(40));
  }

  @Provide
  Arbitrary<Map<String, String>> forms() {
    Arbitrary<String> names =
        Arbitraries.of(
            "client_id",
            "client_assertion",
            "client_assertion_type",
            "grant_type",
            "code",
            "code_verifier",
            "refresh_token",
            "device_code",
            "subject_token",
            "subject_token_type",
            "scope",
            "redirect_uri",
            "response_type",
            "state",
            "prompt",
            "max_age",
            "code_challenge",
            "code_challenge_method",
            "request_uri",
            "request",
            "decision",
            "username",
            "user_code",
            "token",
            "id_token_hint",
            "post_logout_redirect_uri");
    return Arbitraries.maps(names, values()).ofMaxSize(10);
  }
}

package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.webauthn4j.converter.util.JsonConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticatorAssertionResponse;
import com.webauthn4j.data.AuthenticatorAttestationResponse;
import com.webauthn4j.data.PublicKeyCredential;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.Base64Url;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys over the wire, with a browser and an authenticator that nobody here wrote. */
final class PasskeyTest {
  private static final JsonConverter JSON = new ObjectConverter().getJsonConverter();

  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ClientPlatform browserAt(String host) {
    return new ClientPlatform(
        new Origin("http://" + host + ":" + server.http().getPort()),
        new WebAuthnAuthenticatorAdaptor(new NoneAttestationAuthenticator()));
  }

  private static Answer register(ClientPlatform browser, String person) {
    Answer asked = caller.send("POST", "/me/passkeys/options", "", caller.basic(person));
    PublicKeyCredentialCreationOptions options =
        JSON.readValue(asked.body(), PublicKeyCredentialCreationOptions.class);
    return caller.json("POST", "/me/passkeys", made(browser.create(options)), caller.basic(person));
  }

  private static String made(PublicKeyCredential<AuthenticatorAttestationResponse, ?> credential) {
    AuthenticatorAttestationResponse said = credential.getResponse();
    return written(
        credential.getRawId(),
        Map.of(
            "clientDataJSON", said.getClientDataJSON(),
            "attestationObject", said.getAttestationObject()));
  }

  private static String assertion(ClientPlatform browser) {
    Answer asked = caller.send("POST", "/login/webauthn/options", "");
    PublicKeyCredential<AuthenticatorAssertionResponse, ?> credential =
        browser.get(JSON.readValue(asked.body(), PublicKeyCredentialRequestOptions.class));
    AuthenticatorAssertionResponse said = credential.getResponse();
    return written(
        credential.getRawId(),
        Map.of(
            "clientDataJSON", said.getClientDataJSON(),
            "authenticatorData", said.getAuthenticatorData(),
            "signature", said.getSignature(),
            "userHandle", said.getUserHandle()));
  }

  private static String written(byte[] id, Map<String, byte[]> response) {
    String name = Base64Url.encode(id);
    StringBuilder members = new StringBuilder();
    response.forEach(
        (member, bytes) ->
            members
                .append(members.isEmpty() ? "" : ",")
                .append("\"%s\":\"%s\"".formatted(member, Base64Url.encode(bytes))));
    return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"response\":{%s}}"
        .formatted(name, name, members);
  }

  private static Answer logIn(String assertion) {
    return caller.json("POST", "/login/webauthn", assertion);
  }

  @Test
  void aPasskeyIsRegisteredUsedListedAndTakenAway() {
    ClientPlatform browser = browserAt("localhost");
    Answer registered = register(browser, "bob");
    assertThat(registered.status()).as(registered.body()).isEqualTo(201);

    Answer login = logIn(assertion(browser));
    assertThat(login.status()).as(login.body()).isEqualTo(200);
    assertThat(login.json().path("id").asText()).isEqualTo("bob");
    assertThat(login.json().path("acr").asText()).isEqualTo("aal2");
    String cookie = "Cookie: " + login.header("Set-Cookie").split(";", 2)[0];
    JsonNode listed = caller.get("/me/passkeys", cookie).json().path("passkeys");
    assertThat(listed.findValuesAsText("id")).contains(registered.json().path("id").asText());

    String one = "/me/passkeys/" + registered.json().path("id").asText();
    assertThat(caller.send("DELETE", one, "", caller.basic("alice")).status()).isEqualTo(404);
    assertThat(caller.send("DELETE", one, "", caller.basic("bob")).status()).isEqualTo(204);
    Answer refused = logIn(assertion(browser));
    assertThat(caller.decidedBy(refused)).isEqualTo("webauthn.credential-known");
    assertThat(refused.status()).isEqualTo(401);
  }

  @Test
  void theNextPasskeyKnowsItsOwnerByTheSameName() {
    register(browserAt("localhost"), "carol");

    String first = userHandle("carol");

    assertThat(userHandle("carol")).isEqualTo(first).isNotEqualTo(userHandle("dave"));
  }

  private static String userHandle(String person) {
    return caller
        .send("POST", "/me/passkeys/options", "", caller.basic(person))
        .json()
        .path("user")
        .path("id")
        .asText();
  }

  @Test
  void aPasskeyMadeForALookAlikePageIsRefusedAtTheOriginCheck() {
    Answer refused = register(browserAt("login.localhost"), "bob");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(caller.decidedBy(refused)).isEqualTo("passkey.origin");
  }

  @Test
  void aLoginFromALookAlikePageIsRefusedAtTheOriginCheck() {
    ClientPlatform browser = browserAt("localhost");
    register(browser, "bob");
    browser.setOrigin(new Origin("http://login.localhost:" + server.http().getPort()));

    assertThat(caller.decidedBy(logIn(assertion(browser)))).isEqualTo("webauthn.origin");
  }

  @Test
  void aTokenThatWasNotGivenForItRegistersNothing() {
    String token = Caller.bearer(server.issuer().issue("bob", Set.of("events:read"), Map.of()));

    Answer answer = caller.send("POST", "/me/passkeys/options", "", token);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(caller.decidedBy(answer)).isEqualTo("scope");
  }

  @Test
  void nobodyLearnsWhoHasAPasskey() {
    assertThat(caller.send("POST", "/login/webauthn/options", "").json().path("allowCredentials"))
        .isEmpty();
  }

  @Test
  void eachDemoPersonHasAPasskeyThatIsThereAgainAfterAReset() {
    String id = caller.secret("alice", "passkey.id");
    server.reset();

    assertThat(caller.get("/me/passkeys", caller.basic("alice")).json().findValuesAsText("id"))
        .contains(id);
  }
}

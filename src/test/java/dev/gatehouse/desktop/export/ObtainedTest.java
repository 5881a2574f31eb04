package dev.gatehouse.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the window has obtained is there for curl to go on with. */
class ObtainedTest {
  private static final CurlCommand CURL = new CurlCommand(null);

  private static OwnServer own;

  @BeforeAll
  static void start() {
    own = OwnServer.start();
  }

  @AfterAll
  static void close() {
    own.close();
  }

  private static CredentialType type(String name) {
    return CredentialTypes.of(name).orElseThrow();
  }

  private static Map<String, String> values(String type) {
    return type(type).valuesFor(own.server().people().get(0));
  }

  private static Draft call(String method) {
    return new Draft(method, own.base() + "/me", List.of(), new byte[0]);
  }

  private static Optional<Obtained> obtained(String type) throws Exception {
    Exchange exchange = own.send(type(type), values(type), call("GET"));
    return Obtained.by(type, values(type), exchange);
  }

  /** Reads the command as anybody would who pasted it, and sends it as curl would. */
  private static int statusOf(String command) throws Exception {
    String curl = command.substring(command.indexOf("curl "));
    CurlImport.Result read = CurlImport.read(curl);
    return own.send(type(read.type()), read.values(), read.call()).last().status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"oauth-code", "oauth-client", "oauth-device", "oauth-exchange", "webauthn"})
  void whatWasObtainedIsGoodForCurlToo(String type) throws Exception {
    String command = CURL.write(type(type), values(type), call("GET"), obtained(type));

    assertThat(command).startsWith("# With the ");
    assertThat(statusOf(command)).isEqualTo(200);
  }

  @Test
  void aProofIsWrittenWithTheWarningThatItIsUsed() throws Exception {
    String command = CURL.write(type("dpop"), values("dpop"), call("GET"), obtained("dpop"));

    assertThat(command).startsWith("# A proof is for one request").contains("DPoP: eyJ");
    assertThat(statusOf(command)).isEqualTo(401);
  }

  @Test
  void beforeAnythingWasObtainedItIsSaidHowToObtainIt() {
    assertThatThrownBy(
            () ->
                CURL.write(type("oauth-code"), values("oauth-code"), call("GET"), Optional.empty()))
        .isInstanceOf(CredentialException.class)
        .hasMessageStartingWith("Send it once");
  }

  @Test
  void whatOtherFieldsWouldObtainIsNotTakenForIt() throws Exception {
    Optional<Obtained> before = obtained("oauth-client");
    Map<String, String> changed = new HashMap<>(values("oauth-client"));
    changed.put("scope", "events:read");

    assertThatThrownBy(() -> CURL.write(type("oauth-client"), changed, call("GET"), before))
        .isInstanceOf(CredentialException.class);
  }

  @Test
  void aSessionWithoutItsSecondSecretIsNotOfferedForAChange() throws Exception {
    Optional<Obtained> reading = obtained("webauthn");

    assertThatThrownBy(
            () -> CURL.write(type("webauthn"), values("webauthn"), call("DELETE"), reading))
        .isInstanceOf(CredentialException.class);
  }
}

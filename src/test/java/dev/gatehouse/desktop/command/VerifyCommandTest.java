package dev.gatehouse.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.desktop.command.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens from anywhere are judged as strictly as the server judges its own. */
final class VerifyCommandTest {
  /** RFC 8037 appendix A.2. */
  private static final String KEY =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

  /** RFC 8037 appendix A.4: signed, but its payload is not JSON. */
  private static final String SIGNED =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
          + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  private static final String FORGED = SIGNED.replace("RXhhbXBsZSB", "RXhhbXBsZSC");

  @TempDir private Path folder;
  private String keys;

  @BeforeEach
  void writeTheKey() throws IOException {
    keys = Files.writeString(folder.resolve("key.json"), KEY).toString();
  }

  private Outcome signatureOf(String token) {
    return Terminal.type("verify", "--jwks", keys, "--signature-only", token);
  }

  private static JsonNode json(String line) throws IOException {
    return JsonMapper.builder().build().readTree(line);
  }

  @Test
  void theExampleOfRfc8037IsAccepted() throws IOException {
    Outcome outcome = signatureOf(SIGNED);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines()).hasSize(1);
    assertThat(json(outcome.results()).path("outcome").asText()).isEqualTo("authenticated");
  }

  @Test
  void aSetOfKeysWillDoAsWell() throws IOException {
    Files.writeString(Path.of(keys), "{\"keys\":[" + KEY + "]}");
    assertThat(signatureOf(SIGNED).code()).isZero();
  }

  @Test
  void aChangedPayloadIsRefusedAtTheSignature() throws IOException {
    Outcome outcome = signatureOf(FORGED);
    assertThat(outcome.code()).isEqualTo(1);
    JsonNode authentication = json(outcome.results());
    assertThat(authentication.path("outcome").asText()).isEqualTo("rejected");
    assertThat(authentication.path("principal").isNull()).isTrue();
    assertThat(authentication.path("checks"))
        .anySatisfy(
            check -> {
              assertThat(check.path("id").asText()).isEqualTo("jwt.signature");
              assertThat(check.path("outcome").asText()).isEqualTo("failed");
            });
  }

  @Test
  void aPayloadThatIsNotJsonIsRefusedUnlessTheSignatureIsAllThatIsAsked() {
    assertThat(Terminal.type("verify", "--jwks", keys, SIGNED).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "....",
        "not.a.jwt",
        "@/etc/passwd",
        "\"quoted\"",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJFZERTQSJ9..",
        "\u0000\uD800\uFFFF",
        "${sys:user.home}"
      })
  void garbageIsRefusedInOneLineAndWithoutAStackTrace(String garbage) throws IOException {
    Outcome outcome = signatureOf(garbage);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).hasSize(1);
    assertThat(json(outcome.results()).path("outcome").asText()).isEqualTo("rejected");
    assertThat(outcome.messages()).isEmpty();
  }

  @Test
  void aTokenWithSomethingAroundItIsNotTheToken() {
    assertThat(signatureOf(SIGNED + " ").code()).isEqualTo(1);
    assertThat(signatureOf(SIGNED + "\n").code()).isEqualTo(1);
    assertThat(signatureOf(SIGNED + "=").code()).isEqualTo(1);
  }

  @Test
  void eachLineOfStandardInputGetsALineInTheSameOrder() throws IOException {
    Outcome outcome =
        Terminal.typeWithInput(
            SIGNED + "\n" + FORGED + "\r\n\n" + SIGNED,
            "verify",
            "--jwks",
            keys,
            "--signature-only",
            "-");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .extracting(line -> json(line).path("outcome").asText())
        .containsExactly("authenticated", "rejected", "rejected", "authenticated");
  }

  @Test
  void linesMayEndAsOnWindows() {
    Outcome outcome =
        Terminal.typeWithInput(
            SIGNED + "\r\n" + SIGNED + "\r\n", "verify", "--jwks", keys, "--signature-only", "-");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines()).hasSize(2);
  }

  @Test
  void aCarriageReturnWithinALineIsPartOfTheToken() {
    Outcome outcome =
        Terminal.typeWithInput(
            SIGNED + "\r" + SIGNED + "\n", "verify", "--jwks", keys, "--signature-only", "-");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).hasSize(1);
  }

  @Test
  void noTokenAtAllIsNoSuccess() {
    Outcome outcome = Terminal.typeWithInput("", "verify", "--jwks", keys, "-");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.results()).isEmpty();
    assertThat(outcome.messages()).contains("no token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "not JSON", "{\"keys\":7}"})
  void aFileWithoutKeysIsWrongUsage(String content) throws IOException {
    Files.writeString(Path.of(keys), content);
    Outcome outcome = signatureOf(SIGNED);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.results()).isEmpty();
    assertThat(outcome.messages())
        .startsWith("gatehouse verify: --jwks ")
        .doesNotContain("Exception");
  }

  @Test
  void aFileThatCannotBeReadIsWrongUsage() throws IOException {
    Files.write(Path.of(keys), new byte[] {(byte) 0xff});
    assertThat(signatureOf(SIGNED).code()).isEqualTo(2);
    keys = folder.toString();
    assertThat(signatureOf(SIGNED).code()).isEqualTo(2);
    keys = folder.resolve("missing.json").toString();
    Outcome outcome = signatureOf(SIGNED);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.messages()).contains("there is no such file");
  }

  @Test
  void aKeyThatCannotBeUsedIsSetAsideWithAWord() throws IOException {
    Files.writeString(Path.of(keys), "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"odd\"}," + KEY + "]}");
    Outcome outcome = signatureOf(SIGNED);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.messages()).contains("odd");
  }
}

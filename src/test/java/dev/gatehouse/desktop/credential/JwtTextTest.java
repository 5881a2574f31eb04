package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A token can be read and changed, and nothing happens to its signature unasked. */
final class JwtTextTest {
  /** RFC 7515 appendix A.1, with line ends in its JSON. */
  private static final String FROM_THE_RFC =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
          + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
          + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void lookingAtATokenLeavesItByteForByte() throws CredentialException {
    JwtText text = JwtText.of(FROM_THE_RFC);
    assertThat(text.header()).isEqualTo("{\n  \"typ\": \"JWT\",\n  \"alg\": \"HS256\"\n}");
    assertThat(text.asItIs()).isEqualTo(FROM_THE_RFC);
    assertThat(text.signatureIsStale()).isFalse();
  }

  @Test
  void aChangeKeepsTheOldSignatureAndSaysSo() throws CredentialException {
    JwtText original = JwtText.of(FROM_THE_RFC);
    JwtText changed = original.withPayload(original.payload().replace("joe", "eve"));
    assertThat(changed.signatureIsStale()).isTrue();
    assertThat(changed.asItIs())
        .startsWith("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.")
        .endsWith(".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        .isNotEqualTo(FROM_THE_RFC);
    assertThat(CompactToken.parse(changed.asItIs()).payload()).isEqualTo(changed.payload());
  }

  @Test
  void takingAChangeBackBringsTheOldBytesBack() throws CredentialException {
    JwtText original = JwtText.of(FROM_THE_RFC);
    JwtText back = original.withHeader("{}").withHeader(original.header());
    assertThat(back.asItIs()).isEqualTo(FROM_THE_RFC);
  }

  @Test
  void signingAgainIsForWhoeverIsAskedTo() throws CredentialException {
    JwtText changed = JwtText.of(FROM_THE_RFC).withPayload("{\"sub\":\"eve\"}");
    JwtText signed =
        changed.signedBy((header, payload) -> encoded(header) + "." + encoded(payload) + ".c2ln");
    assertThat(signed.asItIs()).endsWith("." + encoded("{\"sub\":\"eve\"}") + ".c2ln");
    assertThat(signed.signatureIsStale()).isFalse();
    assertThat(signed.payloadChanged()).isFalse();
  }

  @Test
  void aPayloadThatIsNotJsonStaysAsItIs() throws CredentialException {
    String token = encoded("{\"alg\":\"none\"}") + "." + encoded("just text") + ".";
    assertThat(JwtText.of(token).payload()).isEqualTo("just text");
    assertThat(JwtText.of(token).asItIs()).isEqualTo(token);
  }

  @Test
  void layingOutTouchesNothingButBlanks() {
    assertThat(JsonIndent.of("{\"a\":1.0e2,\"a\":\"\\u00e9 , {\",\"b\":[ ],\"c\":[1,{ }]}"))
        .isEqualTo(
            """
            {
              "a": 1.0e2,
              "a": "\\u00e9 , {",
              "b": [],
              "c": [
                1,
                {}
              ]
            }""");
    assertThat(JsonIndent.of("{\"a\":")).isEqualTo("{\"a\":");
    assertThat(JsonIndent.of("")).isEmpty();
  }

  @Test
  void whatIsNotATokenIsRefusedInWords() {
    assertThatThrownBy(() -> JwtText.of("abc")).isInstanceOf(CredentialException.class);
  }
}

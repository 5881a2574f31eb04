package dev.gatehouse.server.httpsignature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.io.InputStream;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages, keys and signatures that RFC 9421 publishes in its appendix B. */
final class AppendixBTest {
  private static final String REQUEST_DIGEST =
      "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";
  private static final String RESPONSE_DIGEST =
      "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:";

  private static final Message REQUEST =
      Message.request(
          "POST",
          "https",
          "/foo?param=Value&Pet=dog",
          List.of(
              new Header("Host", "example.com"),
              new Header("Date", "Tue, 20 Apr 2021 02:07:55 GMT"),
              new Header("Content-Type", "application/json"),
              new Header("Content-Digest", REQUEST_DIGEST),
              new Header("Content-Length", "18")));
  private static final Message RESPONSE =
      Message.response(
          200,
          List.of(
              new Header("Date", "Tue, 20 Apr 2021 02:07:56 GMT"),
              new Header("Content-Type", "application/json"),
              new Header("Content-Digest", RESPONSE_DIGEST),
              new Header("Content-Length", "23")),
          REQUEST);

  private static JsonNode published() throws IOException {
    try (InputStream file = AppendixBTest.class.getResourceAsStream("appendix-b.json")) {
      return JsonMapper.builder().build().readTree(file);
    }
  }

  static Stream<JsonNode> signatures() throws IOException {
    return StreamSupport.stream(published().get("signatures").spliterator(), false);
  }

  private static MessageSignature read(JsonNode signature) throws ComponentException {
    return MessageSignature.in(
            List.of(
                new Header("Signature-Input", signature.get("input").asText()),
                new Header("Signature", signature.get("signature").asText())))
        .get(0);
  }

  private static SignatureBase base(JsonNode signature) throws ComponentException {
    Message message = signature.get("message").asText().equals("request") ? REQUEST : RESPONSE;
    return SignatureBase.of(message, read(signature).parameters());
  }

  private static SignatureAlgorithm algorithm(JsonNode signature) {
    return SignatureAlgorithm.named(signature.get("algorithm").asText()).orElseThrow();
  }

  private static Key key(JsonNode signature) throws IOException {
    SignatureAlgorithm algorithm = algorithm(signature);
    byte[] material =
        Base64.getDecoder()
            .decode(published().get("keys").get(signature.get("key").asText()).asText());
    return algorithm.isShared()
        ? new SecretKeySpec(material, "HMAC")
        : KeyPairs.publicKey(algorithm.jws(), material);
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void theBaseIsAsPublished(JsonNode signature) throws ComponentException {
    assertThat(base(signature).text().split("\n", -1))
        .containsExactly(
            StreamSupport.stream(signature.get("base").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void thePublishedSignatureFits(JsonNode signature) throws ComponentException, IOException {
    byte[] base = base(signature).bytes();
    byte[] value = read(signature).value();

    assertThat(algorithm(signature).fits(key(signature), base, value)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void itFitsNothingElse(JsonNode signature) throws ComponentException, IOException {
    byte[] base = base(signature).bytes();
    base[0] ^= 1;
    byte[] value = read(signature).value();

    assertThat(algorithm(signature).fits(key(signature), base, value)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void itIsWrittenAsItIsRead(JsonNode signature) throws ComponentException {
    MessageSignature read = read(signature);

    assertThat(read.inputValue()).isEqualTo(signature.get("input").asText());
    assertThat(read.fieldValue()).isEqualTo(signature.get("signature").asText());
  }

  @Test
  void theDigestsFitTheContents() {
    assertThat(
            ContentDigest.flaw(List.of(REQUEST_DIGEST), "{\"hello\": \"world\"}".getBytes(UTF_8)))
        .isEmpty();
    assertThat(
            ContentDigest.flaw(
                List.of(RESPONSE_DIGEST), "{\"message\": \"good dog\"}".getBytes(UTF_8)))
        .isEmpty();
  }
}

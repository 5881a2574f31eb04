package dev.gatehouse.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command for curl, pasted from anywhere, becomes a request. */
final class CurlImportTest {
  private static CurlImport.Result read(String command) throws CurlSyntaxException {
    return CurlImport.read(command);
  }

  private static String body(CurlImport.Result result) {
    return new String(result.call().body(), StandardCharsets.UTF_8);
  }

  @Test
  void whatABrowserCopiesIsRead() throws CurlSyntaxException {
    CurlImport.Result result =
        read(
            """
            curl 'http://127.0.0.1:8085/calendars/alice-work/events' \\
              -H 'accept: application/json' \\
              -H $'x-name: It\\'s \\u00e9' \\
              --data-raw '{"title":"a b"}' \\
              --compressed ;
            """);
    assertThat(result.call().method()).isEqualTo("POST");
    assertThat(result.call().url()).isEqualTo("http://127.0.0.1:8085/calendars/alice-work/events");
    assertThat(result.call().headers())
        .containsExactly(
            new Header("accept", "application/json"),
            new Header("x-name", "It's é"),
            new Header("Accept-Encoding", "deflate, gzip"),
            new Header("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(body(result)).isEqualTo("{\"title\":\"a b\"}");
    assertThat(result.type()).isEqualTo("none");
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void eachWayToPresentACredentialIsRecognised() throws CurlSyntaxException {
    assertThat(read("curl -u 'alice:a:b' x").values())
        .isEqualTo(Map.of("username", "alice", "password", "a:b"));
    assertThat(read("curl -ualice:b x").type()).isEqualTo("basic");
    assertThat(read("curl -H 'Authorization: basic YTpi' x").type()).isEqualTo("basic");
    assertThat(read("curl -H 'Authorization: Basic YTpi==' x").type()).isEqualTo("none");
    assertThat(read("curl -H 'Authorization: Basic YTpi' x").values())
        .containsEntry("password", "b");
    assertThat(read("curl --oauth2-bearer abc x").type()).isEqualTo("opaque-token");
    CurlImport.Result jwt = read("curl -H \"Authorization: Bearer eyJhbGciOiJub25lIn0.e30.\" x");
    assertThat(jwt.type()).isEqualTo("jwt");
    assertThat(jwt.call().headers()).isEmpty();
    assertThat(read("curl -H 'x-api-key: k' x").values()).isEqualTo(Map.of("key", "k"));
  }

  @Test
  void aCallThatCurlSignsIsRecognised() throws CurlSyntaxException {
    CurlImport.Result result = read("curl --aws-sigv4 aws:amz:local:calendar -u AK:SK -H 'A: b' x");
    assertThat(result.type()).isEqualTo("hmac");
    assertThat(result.values())
        .isEqualTo(
            Map.of("accessKey", "AK", "secretKey", "SK", "region", "local", "service", "calendar"));
    assertThat(result.call().headers()).containsExactly(new Header("A", "b"));
    assertThat(result.notes()).isEmpty();
    assertThat(read("curl --aws-sigv4 aws:amz -u AK:SK x").type()).isEqualTo("basic");
  }

  @Test
  void aCertificateIsRecognisedWithTheTokenOnItsConnection() throws CurlSyntaxException {
    CurlImport.Result result = read("curl --cert a.pem --key a.key --oauth2-bearer t https://x");
    assertThat(result.type()).isEqualTo("mtls");
    assertThat(result.values())
        .isEqualTo(
            Map.of(
                "shown", "from the files", "certificate", "a.pem", "key", "a.key", "token", "t"));
    assertThat(result.call().headers()).isEmpty();
    assertThat(result.notes()).isEmpty();
    assertThat(read("curl -E both.pem https://x").values()).containsEntry("key", "both.pem");
  }

  @Test
  void aSignatureIsTakenApartToBeMadeAgain() throws CurlSyntaxException {
    String input =
        "Signature-Input: sig1=(\"@method\" \"@path\");created=1618884473;keyid=\"k\";nonce=\"n\"";
    CurlImport.Result result =
        read("curl -H '" + input + "' -H 'Signature: sig1=:YWJj:' -H 'A: b' x");
    assertThat(result.type()).isEqualTo("http-signature");
    assertThat(result.values())
        .isEqualTo(
            Map.of(
                "covered", "\"@method\" \"@path\"",
                "created", "1618884473",
                "expires", "none",
                "nonce", "n",
                "keyId", "k"));
    assertThat(result.call().headers()).containsExactly(new Header("A", "b"));
    assertThat(result.notes()).singleElement().asString().contains("signed again");
  }

  @Test
  void aBrokenSignatureStaysBroken() throws CurlSyntaxException {
    CurlImport.Result result = read("curl -H 'Signature-Input: sig1=(' -H 'Signature: sig1=x' y");
    assertThat(result.type()).isEqualTo("none");
    assertThat(result.call().headers()).hasSize(2);
  }

  @Test
  void twoCredentialsStayTwoHeaders() throws CurlSyntaxException {
    CurlImport.Result result = read("curl -H 'X-API-Key: k' -H 'Authorization: Bearer t' x");
    assertThat(result.type()).isEqualTo("none");
    assertThat(result.call().headers()).hasSize(2);
  }

  @Test
  void methodsAreAsCurlChoosesThem() throws CurlSyntaxException {
    assertThat(read("curl x").call().method()).isEqualTo("GET");
    assertThat(read("curl -I x").call().method()).isEqualTo("HEAD");
    assertThat(read("curl -d a x").call().method()).isEqualTo("POST");
    assertThat(read("curl -sXPUT -d a x").call().method()).isEqualTo("PUT");
    assertThat(read("curl -d '' x").call().method()).isEqualTo("POST");
  }

  @Test
  void dataIsJoinedAsCurlJoinsIt() throws CurlSyntaxException {
    assertThat(body(read("curl -d a=1 --data-urlencode 'b=x y&' x"))).isEqualTo("a=1&b=x+y%26");
    CurlImport.Result inQuery = read("curl -G -d a=1 -d b=2 'localhost:1/p?c'");
    assertThat(inQuery.call().url()).isEqualTo("http://localhost:1/p?c&a=1&b=2");
    assertThat(inQuery.call().method()).isEqualTo("GET");
    assertThat(inQuery.call().body()).isEmpty();
  }

  @Test
  void jsonSaysWhatItIsAndWhatItWants() throws CurlSyntaxException {
    CurlImport.Result result = read("curl --json '{' --json '}' x");
    assertThat(body(result)).isEqualTo("{}");
    assertThat(result.call().headers())
        .containsExactly(
            new Header("Content-Type", "application/json"),
            new Header("Accept", "application/json"));
  }

  @Test
  void headersCanBeEmptyOrTakenAway() throws CurlSyntaxException {
    assertThat(read("curl -d a -H 'Content-Type:' -H 'X-Empty;' x").call().headers())
        .containsExactly(new Header("X-Empty", ""));
  }

  @Test
  void filesAndWhatIsNotKnownAreNoted() throws CurlSyntaxException {
    CurlImport.Result result = read("curl -d @secret.txt -b jar.txt --made-up -L -k x");
    assertThat(result.notes()).hasSize(4);
    assertThat(result.call().body()).isEmpty();
    assertThat(read("curl -k -s -v --cacert ca.pem x").notes()).isEmpty();
  }

  @Test
  void theCommandEndsWhereBashEndsIt() throws CurlSyntaxException {
    assertThat(read("$ curl -s x/y | jq .").call().url()).isEqualTo("http://x/y");
    assertThat(read("curl -s x -H \"A: \\\"b\\\" \\$c\"\nrm -rf").call().headers())
        .containsExactly(new Header("A", "\"b\" $c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wget x", "curl", "curl -s", "curl 'x", "curl \"x", "curl $'x", "curl x -H"})
  void whatCannotBeUnderstoodIsRefusedInWords(String command) {
    assertThatThrownBy(() -> read(command))
        .isInstanceOf(CurlSyntaxException.class)
        .message()
        .endsWith(".");
  }
}

package dev.gatehouse.server.httpsignature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.trace.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9421 §2, component by component. */
final class SignatureBaseTest {
  private static final List<Header> HEADERS =
      List.of(
          new Header("Host", "WWW.Example.com:443"),
          new Header("Date", "Tue, 20 Apr 2021 02:07:56 GMT"),
          new Header("X-OWS-Header", "   Leading and trailing whitespace.   "),
          new Header("Cache-Control", "max-age=60"),
          new Header("Cache-Control", "   must-revalidate"),
          new Header("X-Empty-Header", ""),
          new Header("Priority", " a=1,    b=2;x=1;y=2,   c=(a   b   c), d"),
          new Header("Cache-Status", "a;hit,  b"),
          new Header("Accept-CH", "\u00e9"));

  private static final String QUERY =
      "param=value&foo=bar&baz=batman&qux=&twice=1&twice=2&bad=%zz"
          + "&bar=with+plus+whitespace&var=this%20is%20a%20big%0Amultiline%20value"
          + "&fa%C3%A7ade%22%3A%20=something";

  private static final Message REQUEST =
      Message.request("POST", "https", "/path?param=value", HEADERS);
  private static final Message RESPONSE = Message.response(503, HEADERS, REQUEST);

  private static String line(Message message, String component) throws ComponentException {
    String base =
        SignatureBase.of(message, SignatureParameters.parse("(" + component + ")")).text();
    assertThat(base).endsWith("\n\"@signature-params\": (" + component + ")");
    return base.substring((component + ": ").length(), base.lastIndexOf('\n'));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"@method\" | POST",
        "\"@target-uri\" | https://www.example.com/path?param=value",
        "\"@authority\" | www.example.com",
        "\"@scheme\" | https",
        "\"@request-target\" | /path?param=value",
        "\"@path\" | /path",
        "\"@query\" | ?param=value",
        "\"@query-param\";name=\"param\" | value"
      })
  void whatIsDerivedFromARequestIsWrittenSo(String component, String value)
      throws ComponentException {
    assertThat(line(REQUEST, component)).isEqualTo(value);
  }

  @Test
  void aQueryThatIsNotThereIsAQuestionMark() throws ComponentException {
    assertThat(line(Message.request("GET", "http", "/path", HEADERS), "\"@query\"")).isEqualTo("?");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "baz | batman",
        "qux | ``",
        "bar | with%20plus%20whitespace",
        "var | this%20is%20a%20big%0Amultiline%20value",
        "fa%C3%A7ade%22%3A%20 | something"
      })
  void aParameterOfTheQueryIsEncodedAnew(String name, String value) throws ComponentException {
    Message request =
        Message.request("GET", "http", "/path?" + QUERY.replace("&bad=%zz", ""), HEADERS);

    assertThat(line(request, "\"@query-param\";name=\"" + name + "\"")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"date\" | Tue, 20 Apr 2021 02:07:56 GMT",
        "\"x-ows-header\" | Leading and trailing whitespace.",
        "\"cache-control\" | max-age=60, must-revalidate",
        "\"x-empty-header\" | ``",
        "\"cache-control\";bs | :bWF4LWFnZT02MA==:, :bXVzdC1yZXZhbGlkYXRl:",
        "\"priority\";sf | a=1, b=2;x=1;y=2, c=(a b c), d",
        "\"cache-status\";sf | a;hit, b",
        "\"priority\";key=\"a\" | 1",
        "\"priority\";key=\"b\" | 2;x=1;y=2",
        "\"priority\";key=\"c\" | (a b c)",
        "\"priority\";key=\"d\" | ?1"
      })
  void aFieldIsWrittenSo(String component, String value) throws ComponentException {
    assertThat(line(REQUEST, component)).isEqualTo(value);
    assertThat(line(RESPONSE, component)).isEqualTo(value);
  }

  @Test
  void aResponseHasAStatusAndTheRequestThatItAnswers() throws ComponentException {
    assertThat(line(RESPONSE, "\"@status\"")).isEqualTo("503");
    assertThat(line(RESPONSE, "\"@method\";req")).isEqualTo("POST");
    assertThat(line(RESPONSE, "\"date\";req")).isEqualTo("Tue, 20 Apr 2021 02:07:56 GMT");
  }

  @Test
  void aTrailerIsTakenFromBehindTheContent() throws ComponentException {
    Message message =
        new Message("POST", "http", "/", 0, HEADERS, List.of(new Header("Expires", "Wed")), null);

    assertThat(line(message, "\"expires\";tr")).isEqualTo("Wed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"missing\"",
        "\"Date\"",
        "\"date\" \"date\"",
        "\"date\";sf",
        "\"date\";key=\"a\"",
        "\"date\";tr",
        "\"date\";req",
        "\"date\";unknown",
        "\"date\";sf=?0",
        "\"priority\";bs;sf",
        "\"priority\";key=\"z\"",
        "\"priority\";key=1",
        "\"priority\";sf;key=\"a\" \"priority\";key=\"a\";sf",
        "\"accept-ch\";sf",
        "\"@method\";sf",
        "\"@method\";name=\"a\"",
        "\"@unknown\"",
        "\"@signature-params\"",
        "\"@status\"",
        "\"@query-param\"",
        "\"@query-param\";name=\"missing\""
      })
  void whatCannotBeReadInOneWayHasNoBase(String components) {
    assertThatThrownBy(
            () -> SignatureBase.of(REQUEST, SignatureParameters.parse("(" + components + ")")))
        .isInstanceOf(ComponentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"twice", "bad"})
  void aParameterOfTheQueryThatIsThereTwiceOrMalformedHasNoBase(String name) {
    Message request = Message.request("GET", "http", "/path?" + QUERY, HEADERS);

    assertThatThrownBy(() -> line(request, "\"@query-param\";name=\"" + name + "\""))
        .isInstanceOf(ComponentException.class);
  }

  @Test
  void aRequestWithTwoHostsHasNoAuthority() {
    Message request =
        Message.request(
            "GET", "http", "/", List.of(new Header("Host", "a"), new Header("Host", "b")));

    assertThatThrownBy(() -> line(request, "\"@authority\""))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("2 Host headers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "date",
        "(date)",
        "(1)",
        "(\"date\"",
        "(\"date\");created=\"1\"",
        "(\"date\");keyid=a",
        "(\"date\");nonce"
      })
  void parametersOfAnotherTypeAreNotRead(String text) {
    assertThatThrownBy(() -> SignatureParameters.parse(text))
        .isInstanceOf(ComponentException.class);
  }
}

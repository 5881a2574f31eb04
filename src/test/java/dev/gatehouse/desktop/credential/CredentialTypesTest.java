package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each type puts its credential on a request as its specification says. */
final class CredentialTypesTest {
  private static final Draft CALL =
      new Draft("GET", "http://127.0.0.1/me", List.of(new Header("A", "b")), new byte[0]);
  private static final Wire NO_WIRE =
      (purpose, draft) -> {
        throw new AssertionError("nothing has to be sent first");
      };
  private static final DemoPerson ALICE =
      new DemoPerson(
          "alice",
          "Alice",
          Set.of(),
          "",
          Map.of(
              "password", "pa ss", "apiKey", "gh_key_a_b", "opaqueToken", "tok", "jwt", "a.b.c"));

  private static List<Header> presented(String type, Map<String, String> values) throws Exception {
    return CredentialTypes.of(type).orElseThrow().present(values, CALL, NO_WIRE).headers();
  }

  private static Header presentedBy(String type, DemoPerson person) throws Exception {
    List<Header> headers =
        presented(type, CredentialTypes.of(type).orElseThrow().valuesFor(person));
    assertThat(headers).hasSize(2);
    return headers.get(1);
  }

  @Test
  void theEverydayTypesAreFoundInOrder() {
    assertThat(CredentialTypes.all())
        .extracting(CredentialType::type)
        .containsSubsequence(
            "none", "basic", "digest", "api-key", "opaque-token", "jwt", "session");
  }

  @Test
  void everyValueOfAPersonBelongsToAField() {
    for (CredentialType type : CredentialTypes.all()) {
      assertThat(type.fields()).extracting(Field::name).containsAll(type.valuesFor(ALICE).keySet());
    }
  }

  @Test
  void noCredentialAddsNothing() throws Exception {
    assertThat(presented("none", Map.of())).isEqualTo(CALL.headers());
  }

  @Test
  void eachTypeGoesIntoItsHeader() throws Exception {
    assertThat(presentedBy("basic", ALICE))
        .isEqualTo(new Header("Authorization", "Basic YWxpY2U6cGEgc3M="));
    assertThat(presentedBy("api-key", ALICE)).isEqualTo(new Header("X-API-Key", "gh_key_a_b"));
    assertThat(presentedBy("opaque-token", ALICE))
        .isEqualTo(new Header("Authorization", "Bearer tok"));
    assertThat(presentedBy("jwt", ALICE)).isEqualTo(new Header("Authorization", "Bearer a.b.c"));
  }

  @Test
  void aSecretCanBeTriedInTheQueryAndInACookie() throws Exception {
    Map<String, String> inCookie = Map.of("token", "t+k", "where", "cookie");
    assertThat(presented("opaque-token", inCookie))
        .contains(new Header("Cookie", "gatehouse-token=t+k"));
    Draft inQuery =
        CredentialTypes.of("opaque-token")
            .orElseThrow()
            .present(Map.of("token", "t+k", "where", "query"), CALL, NO_WIRE);
    assertThat(inQuery.url()).endsWith("?access_token=t%2Bk");
    assertThat(inQuery.headers()).isEqualTo(CALL.headers());
  }

  @Test
  void basicFitsTheExamplesOfItsRfc() throws Exception {
    assertThat(presented("basic", Map.of("username", "Aladdin", "password", "open sesame")))
        .contains(new Header("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    assertThat(presented("basic", Map.of("username", "test", "password", "123£")))
        .contains(new Header("Authorization", "Basic dGVzdDoxMjPCow=="));
  }

  @Test
  void aNameWithAColonIsRefusedInWords() {
    assertThatThrownBy(() -> presented("basic", Map.of("username", "a:b", "password", "c")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("colon");
  }

  @Test
  void aPasswordMayHaveColons() throws Exception {
    assertThat(presented("basic", Map.of("username", "a", "password", "b:c")))
        .contains(new Header("Authorization", "Basic YTpiOmM="));
  }

  @Test
  void aTokenThatIsMissingOrHasTwoLinesIsRefusedInWords() {
    assertThatThrownBy(() -> presented("jwt", Map.of("token", " \n")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("no token yet");
    assertThatThrownBy(() -> presented("api-key", Map.of("key", "a\nb")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("line break");
  }

  @Test
  void aBrokenTokenIsSentAsItIs() throws Exception {
    assertThat(presented("jwt", Map.of("token", " not.a token\n")))
        .contains(new Header("Authorization", "Bearer not.a token"));
  }
}

package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

/** Challenges are taken apart as RFC 9110 §11 says, however many stand in one line. */
final class ChallengeReaderTest {
  private static List<String> schemes(String value) {
    return ChallengeReader.read(value).stream().map(ReceivedChallenge::scheme).toList();
  }

  private static ReceivedChallenge only(String value) {
    List<ReceivedChallenge> challenges = ChallengeReader.read(value);
    assertThat(challenges).hasSize(1);
    return challenges.get(0);
  }

  @Test
  void theExampleOfTheRfcHasTwoChallengesInOneLine() {
    List<ReceivedChallenge> challenges =
        ChallengeReader.read(
            "Basic realm=\"simple\", Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\"");
    assertThat(challenges)
        .containsExactly(
            new ReceivedChallenge("Basic", null, Map.of("realm", "simple"), ""),
            new ReceivedChallenge(
                "Newauth",
                null,
                Map.of("realm", "apps", "type", "1", "title", "Login to \"apps\""),
                ""));
  }

  @Test
  void aCommaInsideQuotesDividesNothing() {
    ReceivedChallenge digest =
        only("Digest realm=\"a, Basic realm=x\", qop=\"auth,auth-int\", algorithm=SHA-256");
    assertThat(digest.parameter("QOP")).contains("auth,auth-int");
    assertThat(digest.parameters()).hasSize(3);
    assertThat(digest.flaw()).isEmpty();
  }

  @Test
  void base64WithoutQuotesIsReadInScramAlone() {
    ReceivedChallenge scram = only("SCRAM-SHA-256 sid=AAAA, data=cj1y/+8=");
    assertThat(scram.parameters()).containsEntry("sid", "AAAA").containsEntry("data", "cj1y/+8=");
    assertThat(scram.flaw()).isEmpty();
    assertThat(only("Digest nonce=cj1y/+8=").flaw()).isNotEmpty();
  }

  @Test
  void aSchemeMayHaveNoParametersOrAToken68() {
    assertThat(ChallengeReader.read("Negotiate, NTLM TlRMTVNTUAAC==, Basic realm=x"))
        .containsExactly(
            new ReceivedChallenge("Negotiate", null, Map.of(), ""),
            new ReceivedChallenge("NTLM", "TlRMTVNTUAAC==", Map.of(), ""),
            new ReceivedChallenge("Basic", null, Map.of("realm", "x"), ""));
  }

  @Test
  void aSignatureIsAskedForByAFieldOfItsOwn() {
    List<Header> headers =
        List.of(
            new Header("WWW-Authenticate", "Basic realm=x"),
            new Header(
                "Accept-Signature",
                "a=(\"@method\" \"date\";bs);created;nonce=\"n\", b=();alg=\"ed25519\""),
            new Header("accept-signature", "a=1"));

    List<ReceivedChallenge> read = ChallengeReader.read(headers);

    assertThat(read).hasSize(4);
    assertThat(read.get(1))
        .isEqualTo(
            new ReceivedChallenge(
                "Accept-Signature",
                null,
                Map.of("components", "\"@method\" \"date\";bs", "created", "", "nonce", "n"),
                ""));
    assertThat(read.get(2).parameters()).isEqualTo(Map.of("components", "", "alg", "ed25519"));
    assertThat(read.get(3).flaw()).contains("list");
  }

  @Test
  void emptyElementsAndStrayBlanksAreAllowed() {
    assertThat(schemes(" , ,Basic realm = \"x\" ,, charset=UTF-8 , , Bearer"))
        .containsExactly("Basic", "Bearer");
    assertThat(only("Basic realm = \"x\",,charset=UTF-8").parameter("charset")).contains("UTF-8");
  }

  @Test
  void everyLineIsRead() {
    List<Header> headers =
        List.of(
            new Header("www-authenticate", "Basic realm=\"a\""),
            new Header("Date", "today"),
            new Header("WWW-Authenticate", "Bearer, ApiKey header=\"X-API-Key\""));
    assertThat(ChallengeReader.read(headers))
        .extracting(ReceivedChallenge::scheme)
        .containsExactly("Basic", "Bearer", "ApiKey");
  }

  @Test
  void aFlawIsNamedAndTheRestIsStillRead() {
    assertThat(only("Basic realm=\"open").flaw()).contains("not closed");
    assertThat(only("Basic realm=a, realm=b").flaw()).contains("twice");
    assertThat(only("Basic realm=\"a\" charset=\"UTF-8\"").flaw()).contains("no comma");
    List<ReceivedChallenge> two = ChallengeReader.read("Basic realm=@, Bearer realm=b");
    assertThat(two).hasSize(2);
    assertThat(two.get(0).flaw()).contains("missing");
    assertThat(two.get(1).flaw()).isEmpty();
  }

  @Property(tries = 2_000)
  void whateverComesReadingEnds(
      @ForAll @Chars({'a', '=', ',', '"', '\\', ' ', '/', '@'}) String value) {
    assertThat(ChallengeReader.read(value)).hasSizeLessThanOrEqualTo(value.length());
  }
}

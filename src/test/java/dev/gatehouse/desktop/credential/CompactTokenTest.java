package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A token can be taken apart and put together differently. */
final class CompactTokenTest {
  /** RFC 7515 appendix A.1, with line ends in its JSON. */
  private static final String FROM_THE_RFC =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
          + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
          + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  @Test
  void aTokenThatIsNotChangedStaysTheSameByteForByte() throws CredentialException {
    assertThat(CompactToken.parse(FROM_THE_RFC).text()).isEqualTo(FROM_THE_RFC);
  }

  @Test
  void aChangedClaimKeepsTheOldSignature() throws CredentialException {
    CompactToken changed =
        CompactToken.parse(FROM_THE_RFC).withClaim("iss", "eve").withClaim("exp", null);
    assertThat(changed.payload())
        .isEqualTo("{\"iss\":\"eve\",\"http://example.com/is_root\":true}");
    assertThat(changed.text()).endsWith(".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  }

  @Test
  void withoutASignatureTheLastDotStays() throws CredentialException {
    assertThat(CompactToken.parse(FROM_THE_RFC).withSignature(new byte[0]).text()).endsWith("fQ.");
  }

  @Test
  void whatIsNotATokenIsRefusedInWords() {
    assertThatThrownBy(() -> CompactToken.parse("a.b"))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("2");
    assertThatThrownBy(() -> CompactToken.parse("*.b.c")).isInstanceOf(CredentialException.class);
    assertThatThrownBy(() -> CompactToken.parse("YQ.YQ.c").withClaim("sub", "x"))
        .isInstanceOf(CredentialException.class);
  }
}

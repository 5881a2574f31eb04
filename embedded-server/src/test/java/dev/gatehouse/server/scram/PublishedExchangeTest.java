package dev.gatehouse.server.scram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange that RFC 7677 §3 prints, and the same in HTTP in RFC 7804 §5. */
final class PublishedExchangeTest {
  private static final String CLIENT_FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
  private static final String SERVER_FIRST =
      "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
  private static final String CLIENT_FINAL =
      "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
          + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
  private static final String SERVER_FINAL = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

  private static ScramKeys keys(String password) throws ScramException {
    ServerFirst salted = ServerFirst.read(SERVER_FIRST);
    return ScramKeys.derive(password, salted.salt(), salted.iterations());
  }

  private static String agreed() throws ScramException {
    return ClientFinal.read(CLIENT_FINAL)
        .agreed(ClientFirst.read(CLIENT_FIRST), ServerFirst.read(SERVER_FIRST));
  }

  @Test
  void theClientsProofIsThePublishedOne() throws ScramException {
    ClientFirst first = ClientFirst.of("user", "rOprNGfwEbeRWgbNEkqO");

    assertThat(first.text()).isEqualTo(CLIENT_FIRST);
    assertThat(ClientFinal.of(first, ServerFirst.read(SERVER_FIRST), keys("pencil")).text())
        .isEqualTo(CLIENT_FINAL);
  }

  @Test
  void theServerTakesThePublishedProofAndNoOther() throws ScramException {
    byte[] proof = ClientFinal.read(CLIENT_FINAL).proof();

    assertThat(keys("pencil").verifier().isProvedBy(proof, agreed())).isTrue();
    assertThat(keys("Pencil").verifier().isProvedBy(proof, agreed())).isFalse();
    assertThat(keys("pencil").verifier().isProvedBy(proof, agreed() + ",")).isFalse();
    assertThat(keys("pencil").verifier().isProvedBy(new byte[0], agreed())).isFalse();
  }

  @Test
  void theEqualsSignAtTheEndOfAProofMayBeMissing() throws ScramException {
    ClientFinal last = ClientFinal.read(CLIENT_FINAL.substring(0, CLIENT_FINAL.length() - 1));

    assertThat(last.text()).isEqualTo(CLIENT_FINAL);
  }

  @Test
  void theServersSignatureIsThePublishedOne() throws ScramException {
    ServerFinal signed = new ServerFinal(keys("pencil").verifier().signature(agreed()));

    assertThat(signed.text()).isEqualTo(SERVER_FINAL);
    assertThat(ServerFinal.read(SERVER_FINAL).signature()).isEqualTo(signed.signature());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8K|" + CLIENT_FIRST,
        "Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8laHZZRHBXVWEyUmFUQ0FmdXhGSWxqKWhObEYkazAscD1kSHpiWmFwV0lr"
            + "NGpVaE4rVXRlOXl0YWc5empmTUhnc3FtbWl6N0FuZFZRPQo=|"
            + CLIENT_FINAL,
        "dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQo=|" + SERVER_FINAL
      })
  void theMessagesInHttpAreReadWithoutTheLineFeedAtTheirEnd(String data, String message)
      throws ScramException {
    assertThat(ScramText.message(data)).isEqualTo(message);
    assertThat(ScramText.message(ScramText.data(message))).isEqualTo(message);
  }

  @Test
  void aNameMayHaveCommasAndEqualsSigns() throws ScramException {
    ClientFirst first = ClientFirst.of("a=2C,b", "x");

    assertThat(first.text()).isEqualTo("n,,n=a=3D2C=2Cb,r=x");
    assertThat(ClientFirst.read(first.text())).isEqualTo(first);
  }

  @Test
  void whatItActsForAndTheBindingAreRead() throws ScramException {
    ClientFirst first = ClientFirst.read("p=tls-exporter,a=bob,n=alice,r=x,z=more");

    assertThat(first.binding()).isEqualTo("p=tls-exporter");
    assertThat(first.actsFor()).isEqualTo("bob");
    assertThat(first.bare()).isEqualTo("n=alice,r=x,z=more");
    assertThat(ClientFinal.bindingOf(ClientFirst.read(CLIENT_FIRST))).isEqualTo("biws");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n=user,r=x",
        "n,,r=x,n=user",
        "n,,n=,r=x",
        "n,,n=a=b,r=x",
        "n,,n=user,r=",
        "n,,n=user,r=\u00e4",
        "n,,m=must,n=user,r=x",
        "n,,n=user,r=x,m=must",
        "n,,n=user,r=x\n\n",
        "q,,n=user,r=x"
      })
  void whatIsNoFirstMessageOfAClientIsNotRead(String message) {
    assertThatExceptionOfType(ScramException.class).isThrownBy(() -> ClientFirst.read(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "c=biws,r=x", "r=x,c=biws,p=AAAA", "c=biws,r=x,p=A", "c=biws,r=x,m=1,p=AAAA"})
  void whatIsNoLastMessageOfAClientIsNotRead(String message) {
    assertThatExceptionOfType(ScramException.class).isThrownBy(() -> ClientFinal.read(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "r=x,s=AAAA,i=0", "r=x,s=,i=4096", "r=x,s=AAAA", "e=no,s=AAAA,i=1"})
  void whatIsNoFirstMessageOfAServerIsNotRead(String message) {
    assertThatExceptionOfType(ScramException.class).isThrownBy(() -> ServerFirst.read(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e=invalid-proof", "v=A"})
  void whatIsNoLastMessageOfAServerIsNotRead(String message) {
    assertThatExceptionOfType(ScramException.class).isThrownBy(() -> ServerFinal.read(message));
  }

  @ParameterizedTest
  @CsvSource({"I\u00adX,IX", "\u00aa,a", "\u2168,IX", "user,user"})
  void whatLooksTheSameIsTheSame(String typed, String prepared) throws ScramException {
    // RFC 4013 §3.
    assertThat(SaslPrep.prepare(typed)).isEqualTo(prepared);
    assertThat(keys(typed).clientKey()).isEqualTo(keys(prepared).clientKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u00ad", "\u0007", "\u06271"})
  void whatNoNameMayBeIsNotPrepared(String text) {
    assertThatExceptionOfType(ScramException.class).isThrownBy(() -> SaslPrep.prepare(text));
  }

  @Test
  void whatIsStoredIsNotWhatProves() throws ScramException {
    ScramKeys keys = keys("pencil");
    ScramKeys thief = new ScramKeys(keys.verifier().storedKey(), keys.serverKey());

    assertThat(keys.verifier().isProvedBy(thief.proof(agreed()), agreed())).isFalse();
    assertThat(Base64.getEncoder().encodeToString(keys.verifier().storedKey()))
        .isEqualTo("WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=");
  }
}

package dev.gatehouse.desktop.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.TokenParts;
import dev.gatehouse.desktop.ui.compose.EditedClaim.Change;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JwtModelTest {
  private final Composing composing = new Composing();
  private final JwtModel token = composing.token();
  private final String issued = token.encodedProperty().get();

  @Test
  void lookingAtATokenDoesNotChangeItsBytes() {
    assertThat(token.payloadProperty().get()).contains("\n").contains("\"sub\": \"alice\"");
    assertThat(composing.model().credential().edits()).isEmpty();
    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.ISSUED);
  }

  @Test
  void aChangedClaimIsMarkedAndTheOldSignatureStays() {
    token.claim("sub", "admin");

    assertThat(claim("sub").orElseThrow().change()).isEqualTo(Change.CHANGED);
    assertThat(claim("sub").orElseThrow().note()).isEqualTo("← you changed this");
    assertThat(claim("aud").orElseThrow().change()).isEqualTo(Change.NONE);
    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.KEPT);
    assertThat(signature(token.encodedProperty().get())).isEqualTo(signature(issued));
  }

  @Test
  void whatIsTypedInTheEditorIsSent() {
    token.payloadProperty().set(token.payloadProperty().get().replace("alice", "admin"));

    String payload = token.encodedProperty().get().split("\\.")[1];
    assertThat(TokenParts.decoded(payload).orElseThrow()).contains("\"sub\":\"admin\"");
  }

  @Test
  void takingTheChangeBackBringsTheIssuedBytesBack() {
    String before = token.payloadProperty().get();
    token.payloadProperty().set(before.replace("alice", "admin"));
    token.payloadProperty().set(before);

    assertThat(token.encodedProperty().get()).isEqualTo(issued);
    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.ISSUED);
  }

  @Test
  void onlyWhoAsksForItGetsANewSignature() {
    token.claim("sub", "admin");
    token.signAgain();

    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.AGAIN);
    assertThat(signature(token.encodedProperty().get())).isNotEqualTo(signature(issued));

    token.claim("sub", "bob");

    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.KEPT);
  }

  @Test
  void theOldSignatureCanBePutBack() {
    token.claim("sub", "admin");
    token.signAgain();
    token.keepOldSignature();

    assertThat(signature(token.encodedProperty().get())).isEqualTo(signature(issued));
    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.KEPT);
  }

  @Test
  void algorithmNoneComesWithoutASignature() {
    token.unsign();

    assertThat(token.headerProperty().get()).contains("\"none\"");
    assertThat(token.encodedProperty().get()).endsWith(".");
    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.NONE);
  }

  @Test
  void timesAreSaidAsPeopleSayThem() {
    token.expiresIn(58 * 60);
    assertThat(claim("exp").orElseThrow().time()).isEqualTo("in 58 minutes");

    token.expiresIn(-3 * 86_400);
    assertThat(claim("exp").orElseThrow().time()).isEqualTo("expired 3 days ago");
  }

  @Test
  void whatIsNotJsonIsSaidKindlyAndSentAsItIs() {
    token.payloadProperty().set("{\"sub\": ");

    assertThat(token.problemProperty().get()).contains("payload").contains("not JSON");
    String payload = token.encodedProperty().get().split("\\.")[1];
    assertThat(TokenParts.decoded(payload)).contains("{\"sub\": ");
  }

  @Test
  void aClaimThatComesTwiceIsSentTwice() {
    token.payloadProperty().set("{\"sub\": \"alice\", \"sub\": \"admin\"}");

    String payload = token.encodedProperty().get().split("\\.")[1];
    assertThat(TokenParts.decoded(payload)).contains("{\"sub\":\"alice\",\"sub\":\"admin\"}");
  }

  @Test
  void aClaimThatWasTakenOutIsNamed() {
    token.claim("exp", null);

    assertThat(claim("exp").orElseThrow().change()).isEqualTo(Change.TAKEN_OUT);
  }

  @Test
  void aPastedTokenIsTakenApart() {
    token.encodedProperty().set("eyJhbGciOiJub25lIn0.eyJzdWIiOiJlbGllIn0.");

    assertThat(token.payloadProperty().get()).contains("\"sub\": \"elie\"");
    assertThat(token.headerProperty().get()).contains("\"alg\": \"none\"");
  }

  @Test
  void whatHasNotThreePartsIsSentAsItIs() {
    token.encodedProperty().set("not-a-token");

    assertThat(token.problemProperty().get()).contains("three parts");
    assertThat(composing.model().credential().values()).containsEntry("token", "not-a-token");
  }

  @Test
  void anotherPersonsTokenTakesThePlaceOfOneThatNobodyChanged() {
    composing.model().credential().personProperty().set("bob");

    assertThat(token.payloadProperty().get()).contains("\"sub\": \"bob\"");
    assertThat(token.stateProperty().get()).isEqualTo(SignatureState.ISSUED);
  }

  private Optional<EditedClaim> claim(String name) {
    return token.claimsProperty().get().stream()
        .filter(claim -> claim.name().equals(name))
        .findFirst();
  }

  private static String signature(String encoded) {
    return encoded.substring(encoded.lastIndexOf('.') + 1);
  }
}

package dev.gatehouse.desktop.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Line;
import dev.gatehouse.desktop.ui.compose.RequestPreview.Origin;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComposeModelTest {
  private final Composing composing = new Composing();
  private final ComposeModel model = composing.model();

  @Test
  void itStartsWithACallThatIsReadyToBeSent() {
    assertThat(model.composition()).isEqualTo(Composition.first());
    assertThat(model.call().url()).isEqualTo(Composing.BASE + "/calendars/alice-work/events");
    assertThat(model.previewProperty().get().problem()).isEmpty();
  }

  @Test
  void whatCurlHasNoWordsForCanBeSentAllTheSame() {
    model.credential().choose("scram");

    assertThat(model.previewProperty().get().problem()).isEmpty();
    assertThat(model.previewProperty().get().later()).isNotEmpty();
    assertThat(model.previewProperty().get().curl()).startsWith("# SCRAM").contains("curl");
  }

  @Test
  void choosingAnotherPersonFillsInWhatTheyHave() {
    model.credential().choose("basic");
    model.credential().personProperty().set("bob");

    assertThat(model.credential().values())
        .isEqualTo(Map.of("username", "bob", "password", "bob-secret"));
  }

  @Test
  void whatSomebodyWroteBelongsToThePersonAndCanBePutBack() {
    model.credential().choose("basic");
    FieldModel password = composing.field("password");
    password.valueProperty().set("guessed");

    model.credential().personProperty().set("bob");
    assertThat(model.credential().values())
        .isEqualTo(Map.of("username", "bob", "password", "bob-secret"));

    model.credential().personProperty().set("alice");
    assertThat(password.value()).isEqualTo("guessed");
    assertThat(password.editedProperty().get()).isTrue();

    password.reset();
    assertThat(password.value()).isEqualTo("alice-secret");
    assertThat(password.editedProperty().get()).isFalse();
  }

  @Test
  void whatSomebodyWroteIsStillThereAfterAnotherTypeWasLookedAt() {
    model.credential().choose("basic");
    composing.field("password").valueProperty().set("guessed");
    model.credential().choose("api-key");
    model.credential().choose("basic");

    assertThat(composing.field("password").value()).isEqualTo("guessed");
  }

  @Test
  void aFreshTokenTakesThePlaceOfAnOldOneButNotOfOneThatIsBeingEdited() {
    ServerFacts fresh = new Composing().model().factsProperty().get();
    FieldModel token = composing.field("token");
    String old = token.value();

    model.factsProperty().set(fresh);
    String now = token.value();
    assertThat(now).isNotEqualTo(old);

    token.valueProperty().set("edited");
    model.factsProperty().set(new Composing().model().factsProperty().get());
    assertThat(token.value()).isEqualTo("edited");
    assertThat(token.ownProperty().get()).isEqualTo(now);
  }

  @Test
  void anotherAlgorithmBringsTheKeyThatThePersonHasForIt() {
    model.credential().choose("http-signature");
    composing.field("covered").valueProperty().set("\"@method\"");

    composing.field("algorithm").valueProperty().set("ed25519");

    assertThat(model.credential().values())
        .containsEntry("keyId", "alice-ed25519")
        .containsEntry("key", "key for ed25519")
        .containsEntry("covered", "\"@method\"");
    assertThat(model.credential().edits()).containsOnlyKeys("algorithm", "covered");

    model.credential().personProperty().set("bob");
    assertThat(model.credential().values()).containsEntry("algorithm", "hmac-sha256");
    model.credential().personProperty().set("alice");
    assertThat(model.credential().values())
        .containsEntry("algorithm", "ed25519")
        .containsEntry("keyId", "alice-ed25519");
  }

  @Test
  void nobodySendsNoCredentialAndSomebodySendsOneAgain() {
    model.credential().personProperty().set(Composition.NOBODY);
    assertThat(model.credential().typeProperty().get().type()).isEqualTo("none");

    model.credential().personProperty().set("bob");
    assertThat(model.credential().typeProperty().get().type()).isEqualTo("jwt");
  }

  @Test
  void thePreviewNamesEveryHeaderAndWhoPutItThere() {
    model.credential().choose("api-key");

    assertThat(model.previewProperty().get().lines())
        .extracting(line -> line.header().name(), Line::origin)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Host", Origin.CLIENT),
            org.assertj.core.groups.Tuple.tuple("User-Agent", Origin.CLIENT),
            org.assertj.core.groups.Tuple.tuple("Accept", Origin.WRITTEN),
            org.assertj.core.groups.Tuple.tuple("X-API-Key", Origin.CREDENTIAL));
  }

  @Test
  void aSessionSaysThatItHasToSignInFirst() {
    model.credential().choose("session");

    assertThat(model.previewProperty().get().later()).isEqualTo("sign in");
    assertThat(model.previewProperty().get().lines())
        .noneMatch(line -> line.origin() == Origin.CREDENTIAL);
  }

  @Test
  void aOneTimeCodeIsShownWithHowLongItIsGoodAndComputedWhenItIsSent() {
    model.credential().choose("totp");

    assertThat(composing.field("totp").value()).matches("[0-9]{6}");
    assertThat(composing.field("totp").editedProperty().get()).isFalse();
    assertThat(composing.field("totp").remarkProperty().get()).isEqualTo("good for 30 s");
    assertThat(model.credential().values()).containsEntry("totp", "");
  }

  @Test
  void theNextCodeTakesThePlaceOfTheLast() {
    model.credential().choose("totp");
    String first = composing.field("totp").value();

    model.credential().tick(Composing.NOON.plusSeconds(29));
    assertThat(composing.field("totp").value()).isEqualTo(first);
    assertThat(composing.field("totp").remarkProperty().get()).isEqualTo("good for 1 s");

    model.credential().tick(Composing.NOON.plusSeconds(30));
    assertThat(composing.field("totp").value()).isNotEqualTo(first);
    assertThat(composing.field("totp").editedProperty().get()).isFalse();
  }

  @Test
  void aCodeThatSomebodyWroteStaysAndIsSent() {
    model.credential().choose("totp");
    composing.field("totp").valueProperty().set("123456");

    model.credential().tick(Composing.NOON.plusSeconds(60));

    assertThat(composing.field("totp").value()).isEqualTo("123456");
    assertThat(model.credential().values()).containsEntry("totp", "123456");
    composing.field("totp").reset();
    assertThat(model.credential().values()).containsEntry("totp", "");
  }

  @Test
  void aSecretThatIsNoneHasNoCode() {
    model.credential().choose("totp");
    composing.field("totpSecret").valueProperty().set("not Base32!");

    model.tick();

    assertThat(composing.field("totp").value()).isEmpty();
    assertThat(model.previewProperty().get().problem()).contains("Base32");
  }

  @Test
  void aHeaderMayComeTwiceAndIsSentTwice() {
    model.headers().read("Accept: a/b\nX-Twice: one\nX-Twice: two");

    assertThat(model.call().headers())
        .containsExactly(
            new Header("Accept", "a/b"),
            new Header("X-Twice", "one"),
            new Header("X-Twice", "two"));
  }

  @Test
  void aLineThatIsNoHeaderIsNamedAndTheOthersAreKept() {
    String problem = model.headers().read("Accept: a/b\nnonsense");

    assertThat(problem).startsWith("Line 2");
    assertThat(model.headers().text()).isEqualTo("Accept: a/b");
  }

  @Test
  void aBodyIsSaidToBeJsonUnlessAHeaderSaysWhatItIs() {
    model.methodProperty().set("POST");
    model.bodyProperty().set("{}");
    assertThat(model.call().headers()).contains(new Header("Content-Type", "application/json"));

    model.headers().add("content-type", "text/calendar");
    assertThat(model.call().headers())
        .filteredOn(header -> header.name().equalsIgnoreCase("Content-Type"))
        .containsExactly(new Header("content-type", "text/calendar"));
  }

  @Test
  void aWholeUrlGoesToThatServer() {
    model.targetProperty().set("http://example.org/x");

    assertThat(model.call().url()).isEqualTo("http://example.org/x");
  }

  @Test
  void aPastedCommandForCurlIsTakenApart() {
    model
        .targetProperty()
        .set("curl -u bob:bob-secret -H 'X-A: b' -X DELETE " + Composing.BASE + "/calendars/a");

    assertThat(model.composition())
        .isEqualTo(
            new Composition(
                "DELETE",
                "/calendars/a",
                "bob",
                "basic",
                Map.of(),
                List.of(new Header("X-A", "b")),
                ""));
  }

  @Test
  void aCommandForCurlThatCannotBeReadIsSaidToBeSo() {
    model.importCurl("curl -X GET");

    assertThat(model.sending().problemProperty().get()).contains("no address");
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingIsSent() {
    model.credential().choose("opaque-token");
    composing.field("token").valueProperty().set("");

    assertThat(model.previewProperty().get().problem()).startsWith("There is no");
  }

  @Test
  void whatIsLoadedIsWhatIsSaved() {
    Composition composition =
        new Composition(
            "POST",
            "/calendars",
            "bob",
            "basic",
            Map.of("password", "wrong"),
            List.of(new Header("A", "1"), new Header("A", "2")),
            "{}");

    model.load(composition);

    assertThat(model.composition()).isEqualTo(composition);
  }

  @Test
  void theCurlCommandCarriesTheCredentialThatIsSent() {
    model.credential().choose("basic");

    assertThat(model.previewProperty().get().curl()).contains("-u").contains("alice-secret");
  }

  @Test
  void whatIsSentBeforeTheKeyOfItsTokenIsMadeWaitsForIt() {
    List<Map<String, String>> sent = new ArrayList<>();
    List<Runnable> background = new ArrayList<>();
    ComposeModel busy =
        new Composing(
                (type, values, call, review) -> {
                  sent.add(values);
                  throw new CredentialException("not to be sent in a test");
                },
                background::add)
            .model();

    busy.send();
    assertThat(sent).isEmpty();

    while (!background.isEmpty()) {
      background.remove(0).run();
    }
    assertThat(sent)
        .singleElement()
        .extracting(values -> values.get("token"))
        .asString()
        .contains(".");
  }
}

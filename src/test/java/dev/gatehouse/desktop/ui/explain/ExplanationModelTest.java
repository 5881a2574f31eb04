package dev.gatehouse.desktop.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.desktop.credential.Leg;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.oauth.TokenChecks;
import dev.gatehouse.desktop.ui.explain.Headline.Kind;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationModelTest {
  @Test
  void anAcceptedRequestNamesTheCallerAndCountsTheChecks() {
    ExplanationModel model = explain(Records.accepted());

    assertThat(model.headline())
        .isEqualTo(
            new Headline(
                Kind.ACCEPTED, "Accepted: the caller is alice", "200 OK · 3 checks passed"));
    assertThat(only(model).who())
        .isEqualTo(new Conclusion(Mark.PASSED, "alice", "Role user · scope events:read"));
    assertThat(only(model).authentication()).extracting(Step::mark).containsOnly(Mark.PASSED);
    assertThat(only(model).authorization()).extracting(Step::mark).containsOnly(Mark.PERMITS);
    assertThat(model.deciding().title()).isEqualTo("200 OK");
  }

  @Test
  void aRejectedRequestNamesTheQuestionAndSelectsItsCheck() {
    ExplanationModel model = explain(Records.rejected());

    assertThat(model.headline())
        .isEqualTo(
            new Headline(
                Kind.REFUSED,
                "Refused at “Is the signature made with the issuer's key?”",
                "401 Unauthorized · nothing was read"));
    assertThat(only(model).authentication())
        .extracting(Step::mark)
        .containsExactly(Mark.PASSED, Mark.FAILED, Mark.NOT_REACHED);
    assertThat(model.deciding().detail().id()).isEqualTo("jwt.signature");
  }

  @Test
  void ofAnotherServerOnlyWhatTheClientChecksIsPlanned() {
    Leg asked = new Leg("ask for a token", Between.BACK, "any", TokenChecks.ofTokens());
    Leg call = new Leg("the call", Between.CALL, "jwt", List.of());

    ExplanationModel model =
        ExplanationModel.planned(
            List.of(PlannedLeg.outOfSight(asked), PlannedLeg.outOfSight(call)),
            List.of(new Catalogue.Item("scope", "Is the scope enough?", "RFC 6750 §3.1", "")));

    assertThat(model.headline().remark())
        .isEqualTo("3 checks by the client; what other servers check is out of sight");
    assertThat(model.hops())
        .allSatisfy(
            hop -> {
              assertThat(hop.authentication()).isEmpty();
              assertThat(hop.authorization()).isEmpty();
              assertThat(hop.outOfSight()).contains("out of sight");
              assertThat(hop.who()).isEqualTo(Conclusion.OUT_OF_SIGHT);
            });
  }

  @Test
  void anotherAuthorizationServerGoesByItsAddress() {
    Exchange exchange = new Exchange(List.of(asked("https://login.example:8443/token")));

    assertThat(ExplanationModel.of(exchange, List.of()).lanes())
        .containsExactly("Client", "login.example:8443");
  }

  private static Hop asked(String url) {
    byte[] nothing = new byte[0];
    return new Hop(
            "ask for a token",
            Instant.EPOCH,
            new Draft("POST", url, List.of(), nothing),
            nothing,
            400,
            "",
            List.of(),
            nothing,
            nothing,
            Duration.ZERO,
            null,
            null)
        .between(Between.BACK);
  }

  @Test
  void rulesThatWereNotReachedAreNamedAllTheSame() {
    assertThat(only(explain(Records.rejected())).authorization())
        .extracting(Step::title, Step::mark)
        .containsExactly(
            tuple("Was the credential issued for this?", Mark.NOT_REACHED),
            tuple("Is the calendar the caller's to use?", Mark.NOT_REACHED));
  }

  @Test
  void aForbiddenRequestNamesTheRuleAndSaysThatTheCallerIsKnown() {
    ExplanationModel model = explain(Records.forbidden());

    assertThat(model.headline())
        .isEqualTo(
            new Headline(
                Kind.FORBIDDEN,
                "Forbidden by “Is the calendar the caller's to use?”",
                "404 Not Found · dave is known, but nothing was read"));
    assertThat(model.deciding().note()).isEqualTo("dave has no such calendar");
  }

  @Test
  void aCheckThatAWeaknessTookAwayIsNeverCalledPassed() {
    ExplanationModel model = explain(Records.weakened());

    assertThat(model.headline().kind()).isEqualTo(Kind.WEAKENED);
    assertThat(model.headline().sentence())
        .isEqualTo("Let in as alice while “ignore-expiry” is on");
    assertThat(model.deciding().mark()).isEqualTo(Mark.SKIPPED);
    assertThat(model.deciding().note()).isEqualTo("ignore-expiry");
  }

  @Test
  void aCallThatIsOpenToEveryoneHasNoCallerAndNoRefusal() {
    ExplanationModel model = explain(Records.open());

    assertThat(model.headline().sentence()).isEqualTo("Accepted: open to everyone");
    assertThat(only(model).who().word()).isEqualTo("anybody");
  }

  @Test
  void aMethodThatTheAddressDoesNotTakeIsNoCallAtAllAndTheAllowedOnesAreNamed() {
    ExplanationModel model = explain(Records.unasked(405));

    assertThat(model.headline().sentence()).isEqualTo("There is no such call");
    assertThat(model.headline().remark()).contains("405", "GET, POST");
    assertThat(only(model).who().remark()).contains("no such call");
    assertThat(only(model).answer().detail().lines())
        .anySatisfy(line -> assertThat(line.value()).isEqualTo("GET, POST"));
  }

  @Test
  void theRulesOfACallThatIsOpenToEveryoneAreNotAsked() {
    ExplanationModel model = explain(Records.unasked(204));

    assertThat(model.headline().sentence()).isEqualTo("Accepted: open to everyone");
    assertThat(only(model).may().word()).isEqualTo("not asked");
  }

  @Test
  void whatWasLetInAndCouldNotBeDoneIsNeitherAcceptedNorRefused() {
    ExplanationModel model = explain(Records.of("fine", "alice", true, 409, weakness -> false));

    assertThat(model.headline().kind()).isEqualTo(Kind.ERROR);
    assertThat(model.headline().sentence()).isEqualTo("Let in as alice, but it could not be done");
  }

  @Test
  void theChecksOfAnOutsideServerAreSaidToBeOutOfSight() {
    ExplanationModel model =
        ExplanationModel.of(
            new Exchange(List.of(Records.hop("request", 401, null))), Records.RULES);

    assertThat(model.headline().kind()).isEqualTo(Kind.REFUSED);
    assertThat(model.headline().remark()).contains("out of sight");
    assertThat(model.lanes()).containsExactly("You", "example.org");
    assertThat(only(model).authentication()).isEmpty();
    assertThat(only(model).authorization()).isEmpty();
    assertThat(only(model).outOfSight()).contains("out of sight");
  }

  @Test
  void anAnswerThatTheCallerMustNotTrustIsSaidFirst() {
    List<CheckResult> found =
        Verification.begin(weakness -> false)
            .run(
                List.of(
                    Check.<String>check(
                        "scram.server-signature",
                        "Does the server prove that it knows us?",
                        "RFC 5802 §3",
                        nothing -> Finding.failed("a proof", "none"))),
                "")
            .concludeWithNobody()
            .checks();
    ExplanationModel model =
        ExplanationModel.of(
            new Exchange(List.of(Records.hop("request", 200, Records.accepted())), found),
            Records.RULES);

    assertThat(model.headline().kind()).isEqualTo(Kind.ERROR);
    assertThat(model.headline().sentence()).startsWith("Do not trust this answer");
    assertThat(model.deciding().title()).isEqualTo("Does the server prove that it knows us?");
    assertThat(model.deciding().part()).isEqualTo(Step.Part.RESPONSE);
  }

  @Test
  void aRequestWithoutAnAnswerSaysWhatWentWrong() {
    ExplanationModel model =
        ExplanationModel.of(new Exchange(List.of(Records.unanswered())), Records.RULES);

    assertThat(model.headline().kind()).isEqualTo(Kind.NO_ANSWER);
    assertThat(model.headline().remark()).startsWith("The connection was refused");
    assertThat(model.deciding().part()).isEqualTo(Step.Part.ANSWER);
  }

  @Test
  void everyHopHasItsPairOfArrowsAndItsOwnChecks() {
    ExplanationModel model =
        ExplanationModel.of(
            new Exchange(
                List.of(
                    Records.hop("sign in", 200, Records.open()),
                    Records.hop("request", 200, Records.accepted()))),
            Records.RULES);

    assertThat(model.hops()).hasSize(2);
    assertThat(model.hops().get(0).authentication()).isEmpty();
    assertThat(model.hops().get(1).authentication()).hasSize(3);
    assertThat(model.steps()).extracting(Step::key).doesNotHaveDuplicates();
    assertThat(model.steps().get(0).detail().lines())
        .contains(new Detail.Line("Purpose", "Sign in", Detail.Style.TEXT, false));
  }

  @Test
  void theArrowsShowTheBeginningOfTheCredentialAndTheErrorOfTheChallenge() {
    ExplainedHop hop = only(explain(Records.rejected()));

    assertThat(hop.request().title()).isEqualTo("GET /calendars/alice-work/events");
    assertThat(hop.request().note()).isEqualTo("Authorization: Bearer eyJh…");
    assertThat(hop.answer().title()).isEqualTo("401 Unauthorized");
    assertThat(hop.answer().note()).isEqualTo("WWW-Authenticate: Bearer error=\"invalid_token\"");
  }

  @Test
  void secretEvidenceStaysMaskedUntilItIsAskedFor() {
    Detail detail = only(explain(Records.rejected())).authentication().get(1).detail();

    assertThat(detail.lines())
        .contains(
            new Detail.Line("Found", "it does not", Detail.Style.WRONG, false),
            new Detail.Line("Signed text", "eyJraWQ.eyJpc3M", Detail.Style.CODE, false),
            new Detail.Line("Token", "tampered", Detail.Style.CODE, true),
            new Detail.Line("Answered", "401 Unauthorized", Detail.Style.TEXT, false));
  }

  @Test
  void aChallengeInvitesToAuthenticateWithOneOfItsSchemes() {
    assertThat(only(explain(Records.rejected())).response())
        .extracting(Step::title)
        .containsExactly("401 Unauthorized", "Authenticate with one of 3 schemes", "Body");
  }

  @Test
  void aPlanListsWhatWillBeAskedAndClaimsNothing() {
    Catalogue.Scheme scheme =
        new Catalogue.Scheme(
            "basic",
            "Basic",
            List.of(
                new Catalogue.Item(
                    "basic.password", "Does the password fit?", "RFC 7617 §2", "It proves who.")));

    ExplanationModel model = ExplanationModel.planned(scheme, Records.RULES);

    assertThat(model.headline())
        .isEqualTo(
            new Headline(Kind.PLAN, "This is what will be checked", "1 check, then 2 rules"));
    assertThat(model.steps()).extracting(Step::mark).containsOnly(Mark.PENDING);
  }

  @Test
  void aSourceLeadsToItsVerySection() {
    assertThat(SourceLink.of("RFC 7515 §5.2"))
        .contains("https://www.rfc-editor.org/rfc/rfc7515#section-5.2");
    assertThat(SourceLink.of("RFC 7515 appendix A.1"))
        .contains("https://www.rfc-editor.org/rfc/rfc7515#appendix-A.1");
    assertThat(SourceLink.of("RFC 8725")).contains("https://www.rfc-editor.org/rfc/rfc8725");
    assertThat(SourceLink.of("CVE-2015-9235"))
        .contains("https://www.cve.org/CVERecord?id=CVE-2015-9235");
    assertThat(SourceLink.of("WebAuthn L3 §7.2"))
        .contains("https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion");
    assertThat(SourceLink.of("Gatehouse")).isEmpty();
  }

  private static ExplanationModel explain(ExchangeRecord exchange) {
    return ExplanationModel.of(exchange, Records.RULES);
  }

  private static ExplainedHop only(ExplanationModel model) {
    assertThat(model.hops()).hasSize(1);
    return model.hops().get(0);
  }
}

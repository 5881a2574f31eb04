package dev.gatehouse.server.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PolicyTest {
  private static final Set<String> ALL_SCOPES =
      Set.of("events:read", "events:write", "calendars:write", "freebusy:read", "users:read");

  @Test
  void anOwnerMayReadTheirEvents() {
    assertThat(decide("alice", Action.EVENTS_READ, Relation.OWNER).permitted()).isTrue();
  }

  @Test
  void aReaderMayReadButNotWrite() {
    assertThat(decide("bob", Action.EVENTS_READ, Relation.READER).permitted()).isTrue();

    Decision write = decide("bob", Action.EVENTS_WRITE, Relation.READER);
    assertThat(write.denial()).map(Vote::id).contains("sharing");
  }

  @Test
  void someoneWithFreeBusyLearnsWhenButNotWhat() {
    assertThat(decide("carol", Action.FREEBUSY_READ, Relation.FREE_BUSY).permitted()).isTrue();
    assertThat(decide("carol", Action.EVENTS_READ, Relation.FREE_BUSY).denial())
        .map(Vote::id)
        .contains("sharing");
  }

  @Test
  void aStrangerIsDeniedByOwnershipAndMayNotEvenKnowThatItExists() {
    Decision decision = decide("dave", Action.EVENTS_READ, Relation.NONE);

    assertThat(decision.denial()).map(Vote::id).contains("ownership");
    assertThat(vote(decision, "visibility").choice()).isEqualTo(Vote.Choice.DENY);
  }

  @Test
  void anAdministratorMayKnowOfACalendarButNotReadIt() {
    Decision decision =
        new Policy(w -> false)
            .decide(
                request(
                    principal("admin", Set.of("admin")),
                    Action.EVENTS_READ,
                    Relation.NONE,
                    Set.of()));

    assertThat(decision.permitted()).isFalse();
    assertThat(vote(decision, "visibility").choice()).isEqualTo(Vote.Choice.ABSTAIN);
  }

  @Test
  void whatIsNotThereIsAnsweredAsNotFoundByAVote() {
    Principal admin = principal("admin", Set.of("admin"));
    AccessRequest madeUp =
        new AccessRequest(
            admin, Action.EVENTS_READ, "calendar:made-up", true, false, Relation.NONE, Set.of());

    Decision decision = new Policy(w -> false).decide(madeUp);

    assertThat(decision.answeredBy()).map(Vote::id).contains("visibility");
    assertThat(vote(decision, "visibility").reason()).contains("404");
  }

  @Test
  void aDenialByScopeIsAnsweredAsSuchUnlessEvenThatWouldTellTooMuch() {
    Principal nothing = principal("bob", Set.of(), Set.of());
    Policy policy = new Policy(w -> false);

    Decision known = policy.decide(request(nothing, Action.EVENTS_READ, Relation.READER, Set.of()));
    Decision hidden = policy.decide(request(nothing, Action.EVENTS_READ, Relation.NONE, Set.of()));

    assertThat(known.answeredBy()).map(Vote::id).contains("scope");
    assertThat(hidden.answeredBy()).map(Vote::id).contains("visibility");
  }

  @Test
  void anOwnerWithATokenThatWasIssuedForLessIsDeniedByScope() {
    Principal readOnly =
        Verification.begin(w -> false)
            .conclude("test", null, () -> new Claimant("alice", Set.of(), Set.of("events:read")))
            .principal()
            .orElseThrow();

    Decision decision =
        new Policy(w -> false)
            .decide(request(readOnly, Action.EVENTS_WRITE, Relation.OWNER, Set.of("title")));

    assertThat(decision.denial()).map(Vote::id).contains("scope");
  }

  @Test
  void nobodyMaySetTheOwnerOfACalendar() {
    Decision decision =
        new Policy(w -> false)
            .decide(
                request(
                    principal("alice", Set.of()),
                    Action.CALENDAR_WRITE,
                    Relation.OWNER,
                    Set.of("name", "owner")));

    assertThat(decision.denial()).map(Vote::id).contains("properties");
    assertThat(decision.denial())
        .map(Vote::reason)
        .hasValueSatisfying(r -> assertThat(r).contains("owner"));
  }

  @Test
  void onlyAdministratorsMayListUsers() {
    assertThat(decide("bob", Action.USERS_READ, Relation.NONE, false).denial())
        .map(Vote::id)
        .contains("role");
  }

  @Test
  void aWeaknessTakesItsRuleAwayAndTheVoteSaysSo() {
    Decision decision =
        new Policy(w -> w.name().equals("no-ownership-check"))
            .decide(
                request(principal("dave", Set.of()), Action.EVENTS_READ, Relation.NONE, Set.of()));

    assertThat(decision.permitted()).isTrue();
    assertThat(vote(decision, "ownership").weakness()).isEqualTo("no-ownership-check");
  }

  /** Each of them with what it may open, and nothing else may it. */
  static Stream<Arguments> weaknesses() {
    return Stream.of(
        opens("ignore-scope", r -> !r.principal().scopes().contains(r.action().scope())),
        opens("admin-by-obscurity", r -> r.action().role() != null),
        opens("no-ownership-check", r -> r.relation() == Relation.NONE && r.calendar()),
        opens(
            "freebusy-leaks",
            r -> r.action() == Action.EVENTS_READ && r.relation() == Relation.FREE_BUSY),
        opens("accept-any-property", r -> r.properties().contains("owner")),
        opens("honour-method-override", r -> !r.method().judged().equals(r.method().meant())),
        opens("event-any-calendar", r -> r.nested() != null),
        opens("cached-decisions", r -> r.calendar() && r.relation() != Relation.OWNER),
        opens("reveal-existence", r -> false));
  }

  private static Arguments opens(String weakness, Predicate<AccessRequest> about) {
    return Arguments.of(weakness, about);
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aWeaknessPermitsNothingThatItIsNotAbout(String weakness, Predicate<AccessRequest> about) {
    Policy hardened = new Policy(w -> false);
    Policy weakened = new Policy(w -> w.name().equals(weakness));

    assertThat(everyRequest())
        .filteredOn(request -> weakened.decide(request).permitted())
        .allMatch(request -> hardened.decide(request).permitted() || about.test(request));
  }

  @Test
  void aCredentialHandsOnNoMoreThanItCarries() {
    Principal reader = principal("bob", Set.of(), Set.of("tokens:write", "events:read"));
    Policy policy = new Policy(w -> false);

    assertThat(policy.decide(handingOn(reader, Set.of("events:read"))).permitted()).isTrue();
    assertThat(policy.decide(handingOn(reader, Set.of("events:read", "events:write"))).denial())
        .map(Vote::id)
        .contains("delegation");
  }

  @Test
  void anEventHasToBeInTheCalendarThatIsNamed() {
    assertThat(decide(new NestedResource("alice-work", "alice-work")).permitted()).isTrue();
    for (NestedResource elsewhere :
        List.of(
            new NestedResource("alice-work", "bob-work"), new NestedResource("alice-work", null))) {
      Decision decision = decide(elsewhere);

      assertThat(decision.denial()).map(Vote::id).contains("resource.belongs");
      assertThat(decision.answeredBy()).map(Vote::refusal).contains(Refusal.HIDDEN);
    }
  }

  private static Decision decide(NestedResource nested) {
    return new Policy(w -> false)
        .decide(
            request(principal("bob", Set.of()), Action.EVENTS_READ, Relation.READER, Set.of())
                .naming(nested));
  }

  @Test
  void whatIsJudgedHasToBeWhatIsDone() {
    Decision decision =
        new Policy(w -> false)
            .decide(
                request(principal("bob", Set.of()), Action.EVENTS_READ, Relation.READER, Set.of())
                    .by(new MethodAsked("GET", "DELETE")));

    assertThat(decision.denial()).map(Vote::id).contains("action");
    assertThat(decision.denial()).map(Vote::reason).get().asString().contains("DELETE");
  }

  @Test
  void whatIsRememberedIsBounded() {
    Policy policy = new Policy(w -> w.name().equals("cached-decisions"));
    for (int person = 0; person < 2_000; person++) {
      policy.decide(
          request(
              principal("reader" + person, Set.of()),
              Action.EVENTS_READ,
              Relation.READER,
              Set.of()));
    }

    assertThat(List.of("reader0", "reader1999"))
        .map(
            person ->
                policy
                    .decide(
                        request(
                            principal(person, Set.of()),
                            Action.EVENTS_READ,
                            Relation.NONE,
                            Set.of()))
                    .permitted())
        .containsExactly(false, true);
  }

  private static AccessRequest handingOn(Principal principal, Set<String> scopes) {
    return new AccessRequest(
        principal,
        Action.TOKENS_WRITE,
        "me/tokens",
        false,
        false,
        Relation.NONE,
        Set.of("name", "scopes"),
        scopes);
  }

  private static List<AccessRequest> everyRequest() {
    List<AccessRequest> all = new ArrayList<>();
    for (Set<String> scopes : List.of(Action.scopes(), Set.<String>of())) {
      for (Action action : Action.values()) {
        for (Relation relation : Relation.values()) {
          for (Set<String> properties : List.of(Set.<String>of(), Set.of("owner"))) {
            boolean calendar = action.relation() != null;
            AccessRequest plain =
                new AccessRequest(
                    principal("bob", Set.of(), scopes),
                    action,
                    "a resource",
                    calendar,
                    calendar,
                    calendar ? relation : Relation.NONE,
                    properties);
            all.add(plain);
            all.add(plain.by(new MethodAsked("GET", "DELETE")));
            all.add(plain.naming(new NestedResource("alice-work", "bob-work")));
          }
        }
      }
    }
    return all;
  }

  private static Decision decide(String person, Action action, Relation relation) {
    return decide(person, action, relation, true);
  }

  private static Decision decide(
      String person, Action action, Relation relation, boolean calendar) {
    AccessRequest request =
        new AccessRequest(
            principal(person, Set.of()),
            action,
            "a resource",
            calendar,
            calendar,
            relation,
            Set.of());
    return new Policy(w -> false).decide(request);
  }

  private static AccessRequest request(
      Principal principal, Action action, Relation relation, Set<String> properties) {
    return new AccessRequest(
        principal, action, "calendar:alice-work", true, true, relation, properties);
  }

  private static Principal principal(String id, Set<String> roles) {
    return principal(id, roles, ALL_SCOPES);
  }

  private static Principal principal(String id, Set<String> roles, Set<String> scopes) {
    return Verification.begin(w -> false)
        .run(List.of(), id)
        .conclude("test", null, () -> new Claimant(id, roles, scopes))
        .principal()
        .orElseThrow();
  }

  private static Vote vote(Decision decision, String rule) {
    return decision.votes().stream().filter(v -> v.id().equals(rule)).findFirst().orElseThrow();
  }
}

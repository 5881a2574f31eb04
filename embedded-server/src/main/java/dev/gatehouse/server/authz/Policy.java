package dev.gatehouse.server.authz;

import static dev.gatehouse.server.trace.Rule.rule;

import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Rule;
import dev.gatehouse.server.trace.Rule.Ballot;
import dev.gatehouse.server.trace.Vote;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the Calendar API decides what a proved caller may do. One vote against is
 * enough to deny; without a vote in favour nothing is permitted.
 */
public final class Policy {
  private static final Weakness IGNORE_SCOPE =
      new Weakness("ignore-scope", "lets a credential do more than it was issued for");
  private static final Weakness ADMIN_BY_OBSCURITY =
      new Weakness(
          "admin-by-obscurity",
          "protects the functions of administrators only by not mentioning them");
  private static final Weakness ACCEPT_ANY_PROPERTY =
      new Weakness(
          "accept-any-property",
          "stores whatever properties a request body names, the owner included");
  private static final Weakness NO_OWNERSHIP_CHECK =
      new Weakness("no-ownership-check", "gives any calendar to whoever knows its identifier");
  private static final Weakness FREEBUSY_LEAKS =
      new Weakness(
          "freebusy-leaks",
          "gives the events themselves to people who may only see when somebody is busy");
  private static final Weakness HONOUR_METHOD_OVERRIDE =
      new Weakness(
          "honour-method-override",
          "judges the method of a request, then carries out the one that a header names");
  private static final Weakness CACHED_DECISIONS =
      new Weakness(
          "cached-decisions", "goes by what was shared once, also after it was taken away");
  private static final Weakness EVENT_ANY_CALENDAR =
      new Weakness(
          "event-any-calendar",
          "gives any event to whoever may use the calendar that the path names, whichever it is in");
  private static final Weakness REVEAL_EXISTENCE =
      new Weakness(
          "reveal-existence", "answers 403 for calendars that exist and 404 for those that do not");

  /** The role of administrators. */
  public static final String ADMIN = "admin";

  /** Judges one rule: the request, and how the rules before it voted. */
  private record Case(AccessRequest request, List<Vote> votesSoFar) {}

  private final RememberedSharing remembered = new RememberedSharing();

  private final List<Rule<Case>> rules =
      List.of(
          rule("scope", "Was the credential issued for this?", "RFC 6750 §3.1", Policy::scope)
              .refusedWith(new Refusal(403, "insufficient_scope", null))
              .removedBy(IGNORE_SCOPE),
          rule("role", "Does the caller's role allow this call?", "OWASP API5:2023", Policy::role)
              .removedBy(ADMIN_BY_OBSCURITY),
          rule(
                  "action",
                  "Is what is judged also what will be done?",
                  "RFC 9110 §9.1, OWASP API5:2023",
                  Policy::action)
              .removedBy(HONOUR_METHOD_OVERRIDE),
          rule(
                  "ownership",
                  "Is the calendar the caller's to use?",
                  "OWASP API1:2023",
                  Policy::ownership)
              .removedBy(NO_OWNERSHIP_CHECK)
              .removedBy(CACHED_DECISIONS, this::isRemembered),
          rule("sharing", "Was it shared for this?", "OWASP API1:2023", Policy::sharing)
              .partlyRemovedBy(FREEBUSY_LEAKS, Policy::readsEventsWithFreeBusy)
              .partlyRemovedBy(CACHED_DECISIONS, this::isRemembered),
          rule(
                  "resource.belongs",
                  "Is the event in the calendar that is named?",
                  "OWASP API1:2023, CWE-639",
                  Policy::belongs)
              .refusedWith(Refusal.HIDDEN)
              .removedBy(EVENT_ANY_CALENDAR),
          rule(
                  "properties",
                  "May every named property be set?",
                  "OWASP API3:2023",
                  Policy::properties)
              .removedBy(ACCEPT_ANY_PROPERTY),
          rule(
              "delegation",
              "Is no more handed on than the caller has?",
              "RFC 8693 §1.1, OWASP API5:2023",
              Policy::delegation),
          rule(
                  "visibility",
                  "If refused, may they know it exists?",
                  "RFC 9110 §15.5.4",
                  Policy::visibility)
              .refusedWith(Refusal.HIDDEN)
              .partlyRemovedBy(REVEAL_EXISTENCE, c -> c.request().exists()));

  private final Predicate<Weakness> isOn;

  /**
   * The policy of a server.
   *
   * @param isOn which weaknesses are on
   */
  public Policy(Predicate<Weakness> isOn) {
    this.isOn = isOn;
  }

  /** Lets every rule vote. */
  public Decision decide(AccessRequest request) {
    return Decision.decide(
        request.action().text(),
        request.resource(),
        rules,
        votes -> new Case(request, votes),
        isOn);
  }

  /** Forgets what a weakness made it remember. */
  public void forget() {
    remembered.forget();
  }

  /** The rules in their order. */
  public List<? extends Rule<?>> rules() {
    return rules;
  }

  private static Ballot scope(Case c) {
    @Nullable String needed = c.request().action().scope();
    if (needed == null) {
      return Ballot.permit("this call needs no particular scope");
    }
    return c.request().principal().scopes().contains(needed)
        ? Ballot.permit("the credential carries " + needed)
        : Ballot.deny("the credential does not carry " + needed);
  }

  private static Ballot role(Case c) {
    @Nullable String needed = c.request().action().role();
    if (needed == null) {
      return Ballot.permit("this call is not reserved for a role");
    }
    return c.request().principal().roles().contains(needed)
        ? Ballot.permit(c.request().principal().id() + " has the role " + needed)
        : Ballot.deny(
            "only the role "
                + needed
                + " may, and "
                + c.request().principal().id()
                + " does not have it");
  }

  private static Ballot action(Case c) {
    MethodAsked method = c.request().method();
    return method.isPlain()
        ? Ballot.abstain("the request names one method only")
        : Ballot.deny(
            "the request is judged as "
                + method.judged()
                + ", and a header asks for "
                + method.meant()
                + " to be done");
  }

  private static Ballot ownership(Case c) {
    String caller = c.request().principal().id();
    if (!c.request().calendar()) {
      return Ballot.abstain("no calendar is concerned");
    }
    return switch (c.request().relation()) {
      case OWNER -> Ballot.permit(caller + " is the owner");
      case NONE -> Ballot.deny(caller + " has no such calendar, nor was one shared with them");
      default -> Ballot.abstain(caller + " is not the owner, but it was shared with them");
    };
  }

  private static Ballot sharing(Case c) {
    @Nullable Relation needed = c.request().action().relation();
    Relation held = c.request().relation();
    if (!c.request().calendar() || needed == null) {
      return Ballot.abstain("no calendar is concerned");
    }
    if (held == Relation.OWNER || held == Relation.NONE) {
      return Ballot.abstain(
          held == Relation.OWNER ? "the owner needs no sharing" : "nothing was shared");
    }
    return held.compareTo(needed) >= 0
        ? Ballot.permit("shared as " + words(held))
        : Ballot.deny("shared as " + words(held) + ", and this takes " + words(needed));
  }

  private boolean isRemembered(Case c) {
    return remembered.outlives(c.request());
  }

  private static boolean readsEventsWithFreeBusy(Case c) {
    return c.request().action() == Action.EVENTS_READ
        && c.request().relation() == Relation.FREE_BUSY;
  }

  /** Whether there is such an event elsewhere is not for those to know who ask for it here. */
  private static Ballot belongs(Case c) {
    @Nullable NestedResource nested = c.request().nested();
    if (nested == null) {
      return Ballot.abstain("nothing in a calendar is named");
    }
    if (isDenied(c)) {
      return Ballot.abstain("the calendar itself was refused");
    }
    if (nested.isInPlace()) {
      return Ballot.permit("it is in " + nested.askedIn());
    }
    return Ballot.deny(
        nested.foundIn() == null
            ? "there is no such event: the answer is 404"
            : "it is in another calendar, not in "
                + nested.askedIn()
                + ": the answer is 404, as if it did not exist");
  }

  private static boolean isDenied(Case c) {
    return c.votesSoFar().stream().anyMatch(vote -> vote.choice() == Vote.Choice.DENY);
  }

  private static Ballot properties(Case c) {
    TreeSet<String> refused = new TreeSet<>(c.request().properties());
    refused.removeAll(c.request().action().properties());
    return refused.isEmpty()
        ? Ballot.abstain("no other property is named")
        : Ballot.deny("a caller may not set " + String.join(", ", refused));
  }

  /** Else a credential for little could make one for everything. */
  private static Ballot delegation(Case c) {
    if (c.request().handedOn().isEmpty()) {
      return Ballot.abstain("nothing is handed on");
    }
    TreeSet<String> beyond = new TreeSet<>(c.request().handedOn());
    beyond.removeAll(c.request().principal().scopes());
    return beyond.isEmpty()
        ? Ballot.abstain("the credential carries all that is handed on")
        : Ballot.deny(
            "the credential cannot hand on what it does not carry: " + String.join(", ", beyond));
  }

  private static Ballot visibility(Case c) {
    boolean denied = isDenied(c);
    if (!denied || !c.request().calendar()) {
      return Ballot.abstain(denied ? "no calendar is concerned" : "nothing was refused");
    }
    if (c.votesSoFar().stream().anyMatch(vote -> Refusal.HIDDEN.equals(vote.refusal()))) {
      return Ballot.abstain("it is hidden already");
    }
    if (!c.request().exists()) {
      return Ballot.deny("there is no such calendar: the answer is 404");
    }
    if (c.request().relation() != Relation.NONE) {
      return Ballot.abstain("yes: it was shared with them, so the answer is 403");
    }
    return c.request().principal().roles().contains(ADMIN)
        ? Ballot.abstain("yes: administrators know of every calendar, so the answer is 403")
        : Ballot.deny("no: the answer is 404, as if it did not exist");
  }

  private static String words(Relation relation) {
    return relation.name().toLowerCase(Locale.ROOT).replace('_', '/');
  }
}

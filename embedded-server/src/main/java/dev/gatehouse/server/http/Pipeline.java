package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Challenge;
import dev.gatehouse.server.authn.ChallengeLines;
import dev.gatehouse.server.authn.Gate;
import dev.gatehouse.server.authz.AccessRequest;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.authz.MethodAsked;
import dev.gatehouse.server.authz.NestedResource;
import dev.gatehouse.server.authz.Policy;
import dev.gatehouse.server.authz.Relation;
import dev.gatehouse.server.calendar.CalendarException;
import dev.gatehouse.server.calendar.Calendars;
import dev.gatehouse.server.oauth.Endpoint;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Vote;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every request, top to bottom: which call is it, who are you, what may you do, then the
 * answer. It knows nothing of sockets; {@link Entrance} brings requests here and takes answers
 * away.
 */
final class Pipeline {
  private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  private static final Set<String> TOKEN_SCHEMES = Set.of("Bearer", "DPoP");
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /**
   * What came of a request.
   *
   * @param authentication who the caller is
   * @param authorization what they may do
   * @param reply what to answer
   */
  record Result(Verification authentication, Decision authorization, Reply reply) {}

  private final Routes routes;
  private final CarriedOut carriedOut;
  private final Gate gate;
  private final Policy policy;
  private final Calendars calendars;

  Pipeline(Routes routes, Gate gate, Policy policy, Calendars calendars) {
    this.routes = routes;
    this.carriedOut = new CarriedOut(routes);
    this.gate = gate;
    this.policy = policy;
    this.calendars = calendars;
  }

  /** Serves a request. Never throws. */
  Result serve(Arrival arrival, String exchangeId) {
    Result result = answered(arrival, exchangeId);
    return new Result(
        result.authentication(),
        result.authorization(),
        ReflectedOrigin.on(result.reply(), arrival, result.authentication()));
  }

  private Result answered(Arrival arrival, String exchangeId) {
    Optional<Routes.Match> match = routes.find(arrival.method(), arrival.path());
    if (match.isEmpty()) {
      return open(arrival, exchangeId, arrival.path(), anybody -> noSuchCall(arrival));
    }
    Route route = match.get().route();
    Map<String, String> parameters = match.get().parameters();
    if (route.endpoint() != null) {
      return judged(arrival, exchangeId, route, route.endpoint());
    }
    if (route.action() == null) {
      return open(
          arrival,
          exchangeId,
          route.resource(parameters),
          anybody ->
              route.handler().answer(new Call(arrival, parameters, Payload.none(), anybody)));
    }
    return guarded(arrival, exchangeId, match.get(), route.action());
  }

  /** A call that anybody may make, if it is meant for this server. */
  private Result open(
      Arrival arrival, String exchangeId, String resource, Function<Verification, Reply> handler) {
    Verification verification = gate.admitAnybody(arrival);
    Reply reply =
        verification
            .failure()
            .map(failure -> unproved(arrival, verification, failure).reply(exchangeId))
            .orElseGet(() -> handled(() -> handler.apply(verification), exchangeId));
    return new Result(verification, Decision.notReached("open", resource), reply);
  }

  /** A call that is judged by its own checks, if it is meant for this server. */
  private Result judged(Arrival arrival, String exchangeId, Route route, Endpoint endpoint) {
    Decision none = Decision.notReached(route.actionText(), route.resource(Map.of()));
    Verification.Run run = gate.begin(arrival);
    if (run.hasFailed()) {
      Verification verification = run.concludeWithNobody();
      CheckResult failure = verification.failure().orElseThrow();
      return new Result(
          verification, none, unproved(arrival, verification, failure).reply(exchangeId));
    }
    try {
      Endpoint.Judgement judgement = endpoint.judge(arrival, run);
      return new Result(judgement.verification(), none, Reply.of(judgement.answer()));
    } catch (RuntimeException mistake) {
      return new Result(gate.admitAnybody(arrival), none, broken(mistake, exchangeId));
    }
  }

  /** A call for those who prove who they are, and may make it. */
  private Result guarded(Arrival arrival, String exchangeId, Routes.Match judged, Action action) {
    Route route = judged.route();
    String resource = route.resource(judged.parameters());
    Verification verification = gate.authenticate(arrival, () -> demanded(action, route, arrival));
    if (verification.principal().isEmpty()) {
      CheckResult failure = verification.failure().orElseThrow();
      return new Result(
          verification,
          Decision.notReached(route.actionText(), resource),
          unproved(arrival, verification, failure).reply(exchangeId));
    }
    try {
      Result result = decided(arrival, exchangeId, judged, action, verification);
      return new Result(verification, result.authorization(), acknowledged(arrival, result));
    } catch (RuntimeException mistake) {
      return new Result(
          verification,
          Decision.notReached(route.actionText(), resource),
          broken(mistake, exchangeId));
    }
  }

  /** A credential that is made for something is worth as much as what it is for. */
  private static Assurance demanded(Action action, Route route, Arrival arrival) {
    return action == Action.TOKENS_WRITE
        ? Action.assuranceOf(Payload.read(route.body(), arrival).words(TokenRoutes.SCOPES))
        : action.assurance();
  }

  /** A call by somebody who is known: may they make it, and what is the answer? */
  private Result decided(
      Arrival arrival,
      String exchangeId,
      Routes.Match judged,
      Action action,
      Verification verification) {
    Route route = judged.route();
    Principal principal = verification.principal().orElseThrow();
    Payload payload = Payload.read(route.body(), arrival);
    MethodAsked method = MethodOverride.in(arrival);
    Decision decision = policy.decide(request(principal, action, judged, payload).by(method));
    if (!decision.permitted()) {
      return new Result(
          verification, decision, denied(decision, action, verification).reply(exchangeId));
    }
    Routes.Match done = carriedOut.of(arrival, method, judged);
    Route doing = done.route();
    Payload given = doing.equals(route) ? payload : Payload.read(doing.body(), arrival);
    Call call = new Call(arrival, done.parameters(), given, verification);
    Reply reply =
        handled(
            () -> {
              doing.body().demandMediaType(arrival);
              return doing.handler().answer(call);
            },
            exchangeId);
    return new Result(verification, decision, reply);
  }

  /** What the policy has to know of a call. */
  private AccessRequest request(
      Principal principal, Action action, Routes.Match judged, Payload payload) {
    Route route = judged.route();
    String calendar = judged.parameters().getOrDefault(Route.CALENDAR, "");
    @Nullable String event = judged.parameters().get(Route.EVENT);
    Relation relation =
        route.isOfCalendar() ? calendars.relation(principal.id(), calendar) : Relation.NONE;
    boolean exists =
        relation != Relation.NONE || (route.isOfCalendar() && calendars.find(calendar).isPresent());
    return new AccessRequest(
            principal,
            action,
            route.resource(judged.parameters()),
            route.isOfCalendar(),
            exists,
            relation,
            payload.names(),
            action == Action.TOKENS_WRITE ? payload.words(TokenRoutes.SCOPES) : Set.of())
        .naming(
            event == null
                ? null
                : new NestedResource(calendar, calendars.events().calendarOf(event).orElse(null)));
  }

  /** The answer with what its scheme says to somebody who was authenticated. */
  private Reply acknowledged(Arrival arrival, Result result) {
    Reply reply = result.reply();
    byte[] sent = arrival.method().equals("HEAD") ? new byte[0] : reply.body();
    for (Header header : gate.acknowledgement(arrival, result.authentication(), sent)) {
      reply = reply.with(header.name(), header.value());
    }
    return reply;
  }

  private Reply noSuchCall(Arrival arrival) {
    String allowed = routes.allowed(arrival.path());
    if (arrival.method().equals("OPTIONS") && (!allowed.isEmpty() || arrival.path().equals("*"))) {
      return Reply.noContent().with("Allow", allowed.isEmpty() ? "GET, HEAD, OPTIONS" : allowed);
    }
    throw allowed.isEmpty()
        ? Problem.notFound().thrown()
        : Problem.of(405, arrival.method() + " cannot be done here. What can: " + allowed + ".")
            .with("Allow", allowed)
            .thrown();
  }

  private static Reply handled(Supplier<Reply> handler, String exchangeId) {
    try {
      return handler.get();
    } catch (Refused refused) {
      return refused.problem().reply(exchangeId);
    } catch (CalendarException refused) {
      return CalendarProblems.of(refused).reply(exchangeId);
    } catch (RuntimeException mistake) {
      return broken(mistake, exchangeId);
    }
  }

  private static Reply broken(RuntimeException mistake, String exchangeId) {
    LOG.error("exchange {} could not be answered", exchangeId, mistake);
    return Problem.of(500, "The server made a mistake.").reply(exchangeId);
  }

  /** Why the caller was not identified, and how to ask again. */
  private Problem unproved(Arrival arrival, Verification verification, CheckResult failure) {
    Refusal refusal = failure.refusal() == null ? Refusal.UNAUTHORIZED : failure.refusal();
    String detail = failure.question() + " Expected: " + failure.expected() + ".";
    Problem problem = Problem.of(refusal.status(), detail).byCheck(failure.id());
    if (refusal.retryAfter() != null) {
      problem = problem.with("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
    }
    if (refusal.status() == 401) {
      for (Header line : ChallengeLines.of(gate.challenges(verification), arrival)) {
        problem = problem.with(line.name(), line.value());
      }
      for (Header request : gate.requests(arrival)) {
        problem = problem.with(request.name(), request.value());
      }
    }
    return problem;
  }

  /** Why the caller may not do this, as far as they may know. */
  private static Problem denied(Decision decision, Action action, Verification verification) {
    Optional<Vote> against = decision.answeredBy();
    if (against.isEmpty()) {
      return Problem.of(403, "No rule is in favour.");
    }
    Vote vote = against.get();
    Refusal refusal = vote.refusal() == null ? Refusal.FORBIDDEN : vote.refusal();
    if (refusal.equals(Refusal.HIDDEN)) {
      return Problem.notFound();
    }
    Problem problem =
        Problem.of(refusal.status(), Problem.sentence(vote.reason())).byRule(vote.id());
    String scheme = verification.scheme() == null ? "" : verification.scheme();
    boolean byToken = TOKEN_SCHEMES.contains(scheme);
    if (refusal.error() != null && action.scope() != null && byToken) {
      Challenge challenge =
          Challenge.of(scheme).with("error", refusal.error()).with("scope", action.scope());
      problem = problem.with(WWW_AUTHENTICATE, challenge.headerValue());
    }
    return problem;
  }
}

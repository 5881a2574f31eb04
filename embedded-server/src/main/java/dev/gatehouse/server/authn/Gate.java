package dev.gatehouse.server.authn;

import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Weakness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates requests: finds the credential, runs the checks of its scheme, and says who the
 * caller is or which check refused them.
 */
public final class Gate {
  private record Candidate(Authenticator<?> authenticator, Presented presented) {}

  private final List<Authenticator<?>> authenticators;
  private final List<Check<Arrival>> transportChecks;
  private final List<Check<ArrivalChecks.Credentials>> credentialChecks;
  private final Predicate<Weakness> isOn;
  private final Identity identity;
  private final PasskeyRegistration registration;

  private Gate(
      List<Authenticator<?>> authenticators,
      Set<String> ownHosts,
      Predicate<Weakness> isOn,
      Identity identity,
      PasskeyRegistration registration) {
    this.authenticators = List.copyOf(authenticators);
    this.transportChecks = new TransportChecks(ownHosts).list();
    this.credentialChecks = new ArrivalChecks().credentials();
    this.isOn = isOn;
    this.identity = identity;
    this.registration = registration;
  }

  /**
   * A gate with every scheme on the class path.
   *
   * @param services what the schemes are made of
   * @param ownHosts the names and addresses this server answers to, in lower case, without port
   * @param isOn which weaknesses are on
   */
  public static Gate create(GateServices services, Set<String> ownHosts, Predicate<Weakness> isOn) {
    List<Authenticator<?>> found = new ArrayList<>();
    ServiceLoader.load(AuthenticatorFactory.class, Gate.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(AuthenticatorFactory::rank))
        .forEach(factory -> found.add(factory.create(services)));
    return new Gate(
        found,
        ownHosts,
        isOn,
        services.identity(),
        new PasskeyRegistration(services.identity(), services.passkeys(), services.clock()));
  }

  /** Judges a request that is open to everyone: only whether it is meant for this server. */
  public Verification admitAnybody(Arrival arrival) {
    return begin(arrival).concludeWithNobody();
  }

  /**
   * Begins to judge a request that will be judged further by whom it is for: whether it is meant
   * for this server.
   */
  public Verification.Run begin(Arrival arrival) {
    return Verification.begin(isOn).run(transportChecks, arrival);
  }

  /**
   * Judges a request that needs a principal.
   *
   * @param demanded how sure it has to be who calls, for schemes that can tell; they ask for it
   *     once the credential itself is good
   */
  public Verification authenticate(Arrival arrival, Supplier<Assurance> demanded) {
    Verification caller = authenticateCaller(arrival, demanded);
    return PasskeyRegistration.isMeantBy(arrival)
        ? caller.then(
            isOn, registration.checks(), principal -> registration.attempt(arrival, principal))
        : caller;
  }

  private Verification authenticateCaller(Arrival arrival, Supplier<Assurance> demanded) {
    @Nullable Authenticator<?> alone = claimingAlone(arrival);
    List<Candidate> found = candidates(arrival, alone == null ? authenticators : List.of(alone));
    int unknown = alone == null ? unknownSchemes(arrival, found) : 0;
    List<Candidate> candidates = thatCount(found, unknown);
    List<Presented> presented = candidates.stream().map(Candidate::presented).toList();
    Verification.Run run =
        Verification.begin(isOn)
            .run(transportChecks, arrival)
            .run(credentialChecks, new ArrivalChecks.Credentials(arrival, presented, unknown));
    if (candidates.isEmpty()) {
      return unknown > 0
          ? run.conclude(Verification.NO_TYPE, null, identity::firstPerson)
          : run.concludeWithoutCredential(() -> presumed(run, arrival));
    }
    // What is verified and what is believed is the same credential, because credentials.single has
    // passed. Take that check
    // away and the two come apart: the classic mistake of two readers of one request.
    Candidate verified = candidates.get(0);
    Candidate believed = candidates.get(candidates.size() - 1);
    return verify(run, verified.authenticator(), arrival, demanded, verified, believed);
  }

  /**
   * The challenges of a 401, one for each scheme that is offered (RFC 9110 §11.6.1), and for each
   * of its algorithms (RFC 7616 §3.7).
   *
   * @param verification the verification that has failed
   */
  public List<Challenge> challenges(Verification verification) {
    Map<List<String>, Challenge> offered = new LinkedHashMap<>();
    for (Authenticator<?> authenticator : authenticators) {
      boolean refusedHere = authenticator.type().equals(verification.type());
      @Nullable CheckResult failure = refusedHere ? verification.failure().orElse(null) : null;
      for (Challenge challenge : authenticator.challenges(failure)) {
        offered.merge(
            List.of(challenge.scheme(), challenge.algorithm()),
            challenge,
            (a, b) -> a.parameters().size() >= b.parameters().size() ? a : b);
      }
    }
    return List.copyOf(offered.values());
  }

  /** What else a 401 asks for, in header lines other than {@code WWW-Authenticate}. */
  public List<Header> requests(Arrival arrival) {
    return authenticators.stream().flatMap(a -> a.requests(arrival).stream()).toList();
  }

  /**
   * What an answer says to a caller who was authenticated (RFC 7615 §3).
   *
   * @param verification what came of {@link #authenticate} for this request
   * @param body the body of the answer
   */
  public List<Header> acknowledgement(Arrival arrival, Verification verification, byte[] body) {
    for (Authenticator<?> authenticator : authenticators) {
      if (authenticator.type().equals(verification.type())
          && authenticator instanceof Acknowledging<?> acknowledging) {
        return acknowledged(acknowledging, arrival, body);
      }
    }
    return List.of();
  }

  private static <A> List<Header> acknowledged(
      Acknowledging<A> authenticator, Arrival arrival, byte[] body) {
    return authenticator.find(arrival).stream()
        .limit(1)
        .flatMap(
            presented ->
                authenticator
                    .acknowledgement(authenticator.attempt(arrival, presented), body)
                    .stream())
        .toList();
  }

  /** The schemes of this server in their order. */
  public List<Authenticator<?>> authenticators() {
    return authenticators;
  }

  /** What a new passkey has to pass, after its owner's credential. */
  public List<? extends Check<?>> registrationChecks() {
    return registration.checks();
  }

  /** What every request has to pass. */
  public List<Check<Arrival>> transportChecks() {
    return transportChecks;
  }

  /**
   * Every check that a credential of this type has to pass, those that all requests have to pass
   * included.
   */
  public List<Check<?>> checksOf(String type) {
    Stream<Check<?>> common = Stream.concat(transportChecks.stream(), credentialChecks.stream());
    Stream<Check<?>> own =
        authenticators.stream().filter(a -> a.type().equals(type)).flatMap(Gate::allChecksOf);
    return Stream.concat(common, own).toList();
  }

  private static <A> Stream<Check<?>> allChecksOf(Authenticator<A> authenticator) {
    Stream<Check<A>> own = authenticator.checks().stream();
    return authenticator instanceof Assuring<A> assuring
        ? Stream.concat(own, assuring.assurance().stream())
        : own.map(check -> check);
  }

  private @Nullable Authenticator<?> claimingAlone(Arrival arrival) {
    for (Authenticator<?> authenticator : authenticators) {
      if (authenticator.claimsAlone(arrival)) {
        return authenticator;
      }
    }
    return null;
  }

  // Plain loops: every request passes here, and every scheme is asked each time.
  private static List<Candidate> candidates(Arrival arrival, List<Authenticator<?>> asked) {
    List<Candidate> found = new ArrayList<>();
    for (Authenticator<?> authenticator : asked) {
      for (Presented presented : authenticator.find(arrival)) {
        found.add(new Candidate(authenticator, presented));
      }
    }
    found.sort(Comparator.comparingInt(candidate -> candidate.presented().position()));
    return found;
  }

  /** Without those that give way to others. */
  private static List<Candidate> thatCount(List<Candidate> found, int unknown) {
    List<Candidate> firm = found.stream().filter(c -> !c.authenticator().givesWay()).toList();
    return firm.isEmpty() && unknown == 0 ? found : firm;
  }

  /** How many Authorization headers are of a scheme that no authenticator reads. */
  private static int unknownSchemes(Arrival arrival, List<Candidate> found) {
    int unknown = arrival.values("Authorization").size();
    for (Candidate candidate : found) {
      if (candidate.presented().location() == Presented.Location.AUTHORIZATION_HEADER) {
        unknown--;
      }
    }
    return unknown;
  }

  private static <A> Verification verify(
      Verification.Run run,
      Authenticator<A> authenticator,
      Arrival arrival,
      Supplier<Assurance> demanded,
      Candidate verified,
      Candidate believed) {
    A attempt = authenticator.attempt(arrival, verified.presented());
    run.run(authenticator.checks(), attempt);
    if (authenticator instanceof Assuring<A> assuring) {
      run.run(assuring.assurance(), new Assuring.Demanded<>(attempt, demanded));
    }
    return run.conclude(
        authenticator.type(),
        authenticator.scheme(),
        () ->
            verified.equals(believed)
                ? authenticator.identify(attempt)
                : unverified(believed.authenticator(), arrival, believed.presented()));
  }

  /**
   * Whom a server takes the caller for that does without a credential: the weakness says whom. One
   * that was named and is not there is nobody.
   */
  private Claimant presumed(Verification.Run run, Arrival arrival) {
    Optional<String> weakness = run.takenAwayBy(ArrivalChecks.PRESENT);
    return weakness.filter(ArrivalChecks.TRUST_IDENTITY_HEADER.name()::equals).isEmpty()
        ? identity.firstPerson()
        : arrival
            .value(ArrivalChecks.IDENTITY_HEADER)
            .flatMap(identity::person)
            .map(Person::claimant)
            .orElseThrow();
  }

  /** Whom a credential names that nobody has verified. One that cannot be read names nobody. */
  private static <A> Claimant unverified(
      Authenticator<A> authenticator, Arrival arrival, Presented presented) {
    A attempt = authenticator.attempt(arrival, presented);
    if (!authenticator.isReadable(attempt)) {
      throw new IllegalStateException("it cannot be read");
    }
    return authenticator.identify(attempt);
  }
}

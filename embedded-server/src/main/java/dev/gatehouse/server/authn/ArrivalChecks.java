package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is asked of every request that needs a principal before its credential is looked at: does it
 * carry exactly one?
 */
final class ArrivalChecks {
  static final Weakness ALLOW_ANONYMOUS =
      new Weakness(
          "allow-anonymous", "takes whoever sends no credential for the first person in its table");
  static final Weakness TRUST_IDENTITY_HEADER =
      new Weakness(
          "trust-identity-header",
          "believes who X-Forwarded-User says is calling, whoever has written that");
  static final Weakness FIRST_HEADER_WINS =
      new Weakness(
          "first-header-wins",
          "verifies the first of several credentials, then reads who you are from the last");
  static final Weakness NO_SIZE_LIMIT =
      new Weakness("no-size-limit", "examines a credential however large it is");

  /**
   * Larger than any credential of this server, far smaller than the limit for all headers together.
   * Characters.
   */
  static final int MAX_CREDENTIAL_SIZE = 8 * 1024;

  /** The check that asks for a credential at all. */
  static final String PRESENT = "credentials.present";

  /** In which a proxy would say whom it has authenticated. */
  static final String IDENTITY_HEADER = "X-Forwarded-User";

  /**
   * A request and the credentials found in it.
   *
   * @param arrival the request
   * @param presented every credential in it, in order
   * @param unknown how many Authorization headers stood there that no authenticator of this server
   *     reads
   */
  record Credentials(Arrival arrival, List<Presented> presented, int unknown) {
    /** Whether a header says who calls. */
    boolean namesSomebody() {
      return arrival.value(IDENTITY_HEADER).isPresent();
    }

    /** How many came, those included that nobody here reads. */
    int count() {
      return presented.size() + unknown;
    }
  }

  /** What is asked of every request that needs a principal. */
  List<Check<Credentials>> credentials() {
    return List.of(
        check(PRESENT, "Does it carry a credential?", "RFC 9110 §11.6.2", this::present)
            .because(
                "A server cannot see people, only what they send. Nothing sent, nobody known: a name alone, in whatever"
                    + " header, proves nothing.")
            .refusedWith(new Refusal(401, null, null))
            .removedBy(ALLOW_ANONYMOUS)
            .partlyRemovedBy(TRUST_IDENTITY_HEADER, Credentials::namesSomebody),
        check("credentials.single", "Is it the only one?", "RFC 6750 §3.1", this::single)
            .because("With two credentials, two readers may each believe a different one.")
            .refusedWith(Refusal.BAD_REQUEST)
            .removedBy(FIRST_HEADER_WINS),
        check("credentials.known", "Is it of a scheme spoken here?", "RFC 9110 §11.1", this::known)
            .refusedWith(new Refusal(401, null, null)),
        check("credentials.size", "Is it of a reasonable size?", "RFC 6585 §5", this::size)
            .because("Verifying costs time. A stranger must not be able to make it cost much.")
            .refusedWith(Refusal.of(431))
            .removedBy(NO_SIZE_LIMIT));
  }

  private Finding present(Credentials credentials) {
    int count = credentials.count();
    return Finding.of(count > 0, "a credential", count == 0 ? "none" : "there is one");
  }

  private Finding known(Credentials credentials) {
    return Finding.of(
        credentials.unknown() == 0,
        "an authentication scheme that this server offers",
        credentials.unknown() > 0 ? "a scheme it does not know" : "one it knows");
  }

  private Finding single(Credentials credentials) {
    int count = credentials.count();
    StringJoiner where = new StringJoiner(" and ");
    for (Presented one : credentials.presented()) {
      where.add(one.location().words());
    }
    for (int i = 0; i < credentials.unknown(); i++) {
      where.add(Location.AUTHORIZATION_HEADER.words());
    }
    return Finding.of(
        count <= 1, "one credential", count <= 1 ? "one, in " + where : count + ": " + where);
  }

  private Finding size(Credentials credentials) {
    int size = 0;
    boolean inBody = false;
    for (Presented one : credentials.presented()) {
      size = Math.max(size, one.value().length());
      inBody = inBody || one.location() == Location.BODY;
    }
    Finding finding =
        Finding.of(
            size <= MAX_CREDENTIAL_SIZE,
            "at most " + MAX_CREDENTIAL_SIZE + " characters",
            size + " characters");
    // 431 is about header fields alone.
    return inBody ? finding.answeredBy(Refusal.of(413)) : finding;
  }
}

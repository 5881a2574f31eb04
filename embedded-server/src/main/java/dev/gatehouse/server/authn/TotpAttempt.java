package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.TotpSecret;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A one-time code to be judged: whose it is said to be, and what came. */
public final class TotpAttempt {
  /** The name of the code in a body. */
  static final String CODE = "totp";

  private final Supplier<String> person;
  private final BodyMembers body;
  private final Lookup<TotpSecret> secret;
  private final Lookup<Long> step;

  /**
   * A code in this body.
   *
   * @param person who is said to send it; asked only after an earlier check has settled that
   * @param secret what is stored of that person
   * @param step finds the time step whose code it is
   */
  TotpAttempt(
      Supplier<String> person,
      BodyMembers body,
      Lookup<TotpSecret> secret,
      Function<TotpAttempt, Optional<Long>> step) {
    this.person = person;
    this.body = body;
    this.secret = secret;
    this.step = new Lookup<>(() -> step.apply(this));
  }

  String person() {
    return person.get();
  }

  Optional<String> code() {
    return body.text(CODE);
  }

  /** What is stored of the person; empty if they have no second factor. */
  Optional<TotpSecret> secret() {
    return secret.get();
  }

  /** The time step whose code it is; empty if it is the code of none that is acceptable. */
  Optional<Long> step() {
    return step.get();
  }
}

package dev.gatehouse.server.identity;

import dev.gatehouse.server.identity.StoredKeys.Kind;
import dev.gatehouse.server.trace.Claimant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * People and what is stored to recognise them by. It makes its own tables. Every lookup is by a
 * unique index, so that its cost does not grow with the number of people or tokens. Safe for use by
 * many threads.
 */
public final class Identity implements AutoCloseable {
  private final People people;
  private final StoredKeys keys;
  private final PersonalTokens personalTokens;
  private final DigestSecrets digests;
  private final ScramSecrets scrams;
  private final SigningKeys signingKeys;
  private final MessageKeys messageKeys;
  private final TotpSecrets totpSecrets;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final RevokedTokens revoked;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Attempts codeAttempts;
  private final Clock clock;
  private volatile Runnable beforePasswords = () -> {};
  private volatile Runnable beforeScram = () -> {};

  /**
   * Identity on this database.
   *
   * @param clock the time by which lifetimes are judged
   */
  public Identity(Jdbi jdbi, Clock clock) {
    this(jdbi, clock, new Passwords());
  }

  /**
   * Identity on this database.
   *
   * @param clock the time by which lifetimes are judged
   * @param passwords by which passwords are verified; closed with it
   */
  public Identity(Jdbi jdbi, Clock clock, Passwords passwords) {
    this.people = new People(jdbi);
    this.keys = new StoredKeys(jdbi);
    this.personalTokens = new PersonalTokens(keys, clock);
    this.digests = new DigestSecrets(jdbi);
    this.scrams = new ScramSecrets(jdbi);
    this.signingKeys = new SigningKeys(jdbi);
    this.messageKeys = new MessageKeys(jdbi);
    this.totpSecrets = new TotpSecrets(jdbi);
    this.passkeys = new Passkeys(jdbi);
    this.sessions = new Sessions(jdbi, clock);
    this.revoked = new RevokedTokens(jdbi, clock);
    this.passwords = passwords;
    this.attempts = new Attempts(clock);
    this.codeAttempts = Attempts.ofCodes(clock);
    this.clock = clock;
  }

  /**
   * The first person in the table, with everything they may do: whom a server without a gate takes
   * everybody for.
   *
   * @throws IllegalStateException if there is nobody
   */
  public Claimant firstPerson() {
    return people
        .first()
        .map(row -> row.person().claimant())
        .orElseThrow(() -> new IllegalStateException("there is nobody"));
  }

  /** The person with this identifier. */
  public Optional<Person> person(String id) {
    return people.find(id).map(People.Row::person);
  }

  /** Everybody, in the order in which they were added. */
  public List<Person> people() {
    return people.all().stream().map(People.Row::person).toList();
  }

  /**
   * What is stored of a person's password; empty if there is no such person or no password. The
   * first time, whomever it is asked about, the demo people's passwords are hashed.
   */
  public Optional<StoredPassword> password(String personId) {
    beforePasswords.run();
    return people.password(personId);
  }

  /** What is stored of everybody's password. */
  public List<StoredPassword> storedPasswords() {
    beforePasswords.run();
    return people.all().stream().flatMap(row -> row.password().stream()).toList();
  }

  /** What is stored of passwords for Digest authentication. */
  public DigestSecrets digests() {
    return digests;
  }

  /**
   * What is stored of a person's password for SCRAM; something made up if there is no such person.
   * The first time, whomever it is asked about, it is computed for the demo people.
   */
  public ScramSecret scramSecret(String personId) {
    beforeScram.run();
    return scrams.of(personId);
  }

  /** What is stored of an API key, if it is one of ours; expired and revoked ones included. */
  public Optional<StoredCredential> apiKey(String presented) {
    return keys.find(Kind.API_KEY, presented);
  }

  /** Whether this is written as API keys were when they were nothing but numbers. */
  public boolean isNumbered(String presented) {
    return presented.startsWith(Kind.NUMBERED_KEY.prefix());
  }

  /** What is stored of an API key of that time. */
  public Optional<StoredCredential> numberedKey(String presented) {
    return isNumbered(presented) ? keys.findNumbered(presented) : Optional.empty();
  }

  /** The API keys of a person that were not taken back, the newest first; not those of old. */
  public List<StoredCredential> apiKeysOf(String personId) {
    return keys.of(Kind.API_KEY, personId).stream().filter(key -> key.revokedAt() == null).toList();
  }

  /**
   * What is stored of an opaque token, personal ones included, if it is one of ours; expired and
   * revoked ones too.
   */
  public Optional<StoredCredential> opaqueToken(String presented) {
    return keys.find(Kind.OPAQUE_TOKEN, presented)
        .or(() -> keys.find(Kind.PERSONAL_TOKEN, presented));
  }

  /** The tokens that people make for programs of theirs. */
  public PersonalTokens personalTokens() {
    return personalTokens;
  }

  /** The key by which requests are signed that has this public name. */
  public Optional<SigningKey> signingKey(String accessKey) {
    return signingKeys.find(accessKey);
  }

  /** The key by which HTTP messages are signed that has this public name. */
  public Optional<MessageKey> messageKey(String keyId) {
    return messageKeys.find(keyId);
  }

  /**
   * Takes an API key or an opaque token back.
   *
   * @param id its public part, {@link StoredCredential#id()}
   */
  public void revokeCredential(String id) {
    keys.revoke(id, clock.instant());
  }

  /** Whether the signed token with this {@code jti} (RFC 7519 §4.1.7) was taken back. */
  public boolean isRevoked(String jti) {
    return revoked.contains(jti);
  }

  /**
   * Takes a signed token back.
   *
   * @param until when it expires anyway and need not be remembered any longer
   */
  public void revoke(String jti, Instant until) {
    revoked.add(jti, until);
  }

  /** The passkeys that people have registered. */
  public Passkeys passkeys() {
    return passkeys;
  }

  /** The sessions of browsers. */
  public Sessions sessions() {
    return sessions;
  }

  /** Verifies passwords. */
  public Passwords passwords() {
    return passwords;
  }

  /** How often passwords were tried. */
  public Attempts attempts() {
    return attempts;
  }

  /** The secrets behind one-time codes. */
  public TotpSecrets totpSecrets() {
    return totpSecrets;
  }

  /** How often one-time codes were tried. */
  public Attempts codeAttempts() {
    return codeAttempts;
  }

  /** Ends all sessions and forgets all revocations of signed tokens and all failed attempts. */
  public void forgetWhatHappened() {
    sessions.clear();
    revoked.clear();
    attempts.clear();
    codeAttempts.clear();
  }

  @Override
  public void close() {
    passwords.close();
    attempts.clear();
  }

  /** Password hashes are complete only after this has run, which it may do more than once. */
  void beforePasswords(Runnable completion) {
    beforePasswords = completion;
  }

  /** The same for what is stored of passwords for SCRAM. */
  void beforeScram(Runnable completion) {
    beforeScram = completion;
  }

  ScramSecrets scrams() {
    return scrams;
  }

  People table() {
    return people;
  }

  StoredKeys keys() {
    return keys;
  }

  SigningKeys signingKeys() {
    return signingKeys;
  }

  MessageKeys messageKeys() {
    return messageKeys;
  }
}

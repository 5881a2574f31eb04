package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.jose.KeyPairJwk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The programs that are registered, and the secrets that this run has made for them. */
final class ClientSeed {
  private static final String SIGNING_KEY_ID = "signer-1";

  private static final Set<String> READING =
      Set.of("calendars:read", "events:read", "freebusy:read");

  private final Clients clients;
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private @Nullable KeyPairJwk signingKey;

  /** Makes their secrets. */
  ClientSeed() {
    this.clients = new Clients(cast());
  }

  /** The programs. */
  Clients clients() {
    return clients;
  }

  /** The programs with their secrets. The first time, a key is made for the one that signs. */
  synchronized List<SeededClient> all() {
    return clients.all().stream().map(this::seeded).toList();
  }

  /** One of them with its secret. If it signs, its key is made the first time. */
  synchronized Optional<SeededClient> of(String id) {
    return clients.find(id).map(this::seeded);
  }

  private SeededClient seeded(Client client) {
    boolean signs = client.methods().contains(ClientMethod.PRIVATE_KEY_JWT);
    @Nullable String jwk = signs ? privateKeyOf(client) : null;
    return new SeededClient(client, secrets.get(client.id()), jwk, null, null);
  }

  private String privateKeyOf(Client client) {
    if (signingKey == null) {
      signingKey = KeyPairJwk.forEs256(SIGNING_KEY_ID);
      clients.put(client.signingWith(signingKey.publicJwk().toString()));
    }
    return signingKey.privateJwk().toString();
  }

  private List<Client> cast() {
    Set<String> everything = Scopes.all();
    return List.of(
        new Client(
            "desktop",
            "Gatehouse desktop",
            Set.of(ClientMethod.NONE),
            null,
            null,
            null,
            List.of("http://127.0.0.1/callback", "http://[::1]/callback"),
            Set.of(GrantTypes.CODE, GrantTypes.REFRESH),
            everything),
        new Client(
            "web",
            "Calendar on the web",
            Set.of(ClientMethod.BASIC, ClientMethod.POST),
            secretFor("web"),
            null,
            null,
            List.of("https://web.example/callback", "http://127.0.0.1:8095/callback"),
            Set.of(GrantTypes.CODE, GrantTypes.REFRESH),
            everything),
        new Client(
            "machine",
            "Nightly report",
            Set.of(ClientMethod.BASIC, ClientMethod.POST),
            secretFor("machine"),
            null,
            null,
            List.of(),
            Set.of(GrantTypes.CLIENT_CREDENTIALS, GrantTypes.EXCHANGE),
            READING),
        new Client(
            "tv",
            "Television in the meeting room",
            Set.of(ClientMethod.NONE),
            null,
            null,
            null,
            List.of(),
            Set.of(GrantTypes.DEVICE, GrantTypes.REFRESH),
            withIdentity(READING)),
        new Client(
            "signer",
            "Partner service",
            Set.of(ClientMethod.PRIVATE_KEY_JWT),
            null,
            null,
            null,
            List.of("https://partner.example/callback"),
            Set.of(GrantTypes.CODE, GrantTypes.REFRESH, GrantTypes.CLIENT_CREDENTIALS),
            withIdentity(READING)),
        new Client(
            "batch",
            "Nightly backup",
            Set.of(ClientMethod.TLS),
            null,
            null,
            "batch.example",
            List.of(),
            Set.of(GrantTypes.CLIENT_CREDENTIALS, GrantTypes.EXCHANGE),
            READING));
  }

  private String secretFor(String id) {
    // As random as an API key, so a plain digest is enough: there is nothing to guess.
    String secret = "gh_secret_" + Secrets.lettersAndDigits(32);
    secrets.put(id, secret);
    return Secrets.digest(secret);
  }

  private static Set<String> withIdentity(Set<String> scopes) {
    Set<String> more = new TreeSet<>(scopes);
    more.addAll(Set.of(Scopes.OPENID, Scopes.PROFILE, Scopes.OFFLINE_ACCESS));
    return more;
  }
}

package dev.gatehouse.desktop.lesson;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.Attacks;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.workbench.ApiCall;
import dev.gatehouse.desktop.workbench.ApiCalls;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that lessons may use, asked of a server and of the program itself. */
public final class NamesOfServer {
  private NamesOfServer() {}

  /** Everything that this server and this program have a name for. */
  public static Names of(GatehouseServer server) {
    Catalogue catalogue = server.catalogue();
    List<CredentialType> credentials = CredentialTypes.all();
    Map<Names.Kind, Set<String>> known = new EnumMap<>(Names.Kind.class);
    known.put(
        Names.Kind.CHECK,
        set(catalogue.schemes().stream().flatMap(s -> s.checks().stream()).map(c -> c.id())));
    known.put(Names.Kind.RULE, set(catalogue.rules().stream().map(Catalogue.Item::id)));
    known.put(
        Names.Kind.WEAKNESS, set(catalogue.weaknesses().stream().map(Catalogue.Switch::name)));
    known.put(Names.Kind.ATTACK, set(Attacks.all().stream().map(Attack::name)));
    known.put(Names.Kind.PERSON, set(server.people().stream().map(DemoPerson::id)));
    known.put(Names.Kind.CREDENTIAL, set(credentials.stream().map(CredentialType::type)));
    known.put(
        Names.Kind.CREDENTIAL_FIELD, set(credentials.stream().flatMap(NamesOfServer::fields)));
    known.put(Names.Kind.CALL, calls(server.openApi()));
    return new Names(known);
  }

  /** The calls of an OpenAPI document, for example {@code GET /calendars/{id}/events}. */
  static Set<String> calls(String openApi) {
    return set(ApiCalls.read(openApi).stream().map(ApiCall::name));
  }

  private static Stream<String> fields(CredentialType credential) {
    return credential.fields().stream().map(field -> credential.type() + "." + field.name());
  }

  private static Set<String> set(Stream<String> names) {
    return names.collect(Collectors.toUnmodifiableSet());
  }
}

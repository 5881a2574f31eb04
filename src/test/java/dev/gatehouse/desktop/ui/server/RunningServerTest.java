package dev.gatehouse.desktop.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the Server page says of a server that really runs. */
final class RunningServerTest {
  private static GatehouseServer server;
  private static RunningServer facts;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort().withHttps());
    facts = RunningServer.of(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyWeaknessStandsInExactlyOneGroup() {
    assertThat(groups(facts.catalogue(), "").stream().flatMap(group -> group.rows().stream()))
        .extracting(WeaknessGroup.Row::name)
        .containsExactlyInAnyOrderElementsOf(
            facts.catalogue().weaknesses().stream().map(Catalogue.Switch::name).toList());
  }

  @Test
  void aWeaknessStandsWithTheTypeWhoseCheckItTakesAway() {
    assertThat(groups(facts.catalogue(), "accept-alg-none"))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.title()).isEqualTo("JWT");
              assertThat(group.rows())
                  .singleElement()
                  .extracting(WeaknessGroup.Row::question)
                  .asString()
                  .isNotEmpty();
            });
  }

  @Test
  void weaknessesAreFoundByTheWordsOfTheCheck() {
    assertThat(groups(facts.catalogue(), "JWT.ALG  allowed"))
        .flatExtracting(WeaknessGroup::rows)
        .extracting(WeaknessGroup.Row::removes)
        .containsOnly("jwt.alg-allowed");
    assertThat(groups(facts.catalogue(), "no such words")).isEmpty();
  }

  @Test
  void aWeaknessStandsWithTheTypeWhoseCheckItTakesAwayThoughOthersAskItToo() {
    assertThat(groups(facts.catalogue(), "no-csrf-check"))
        .extracting(WeaknessGroup::title)
        .containsExactly("SESSION");
    assertThat(groups(facts.catalogue(), "totp-reusable"))
        .extracting(WeaknessGroup::title)
        .containsExactly("TOTP");
  }

  @Test
  void thePemIsTheCertificateAuthority() throws Exception {
    X509Certificate authority = facts.authority().orElseThrow();

    byte[] pem = Authority.pem(authority).getBytes(StandardCharsets.US_ASCII);

    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem)))
        .isEqualTo(authority);
    assertThat(Authority.fingerprint(authority)).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
  }

  @Test
  void whatNobodyHasToWaitForIsThereBeforeThePeople() {
    RunningServer first = RunningServer.atOnce(server);

    assertThat(first.isThere()).isTrue();
    assertThat(first.people()).isEmpty();
    assertThat(first.catalogue()).isEqualTo(facts.catalogue());
    assertThat(RunningServer.none().isThere()).isFalse();
  }

  @Test
  void everyPersonHasACurlCommandForEachTypeOfCredential() {
    assertThat(facts.people())
        .isNotEmpty()
        .allSatisfy(
            person ->
                assertThat(PersonalCurlLines.of(person, facts.http()))
                    .containsKeys("Basic", "API key", "JWT")
                    .allSatisfy((type, line) -> assertThat(line).contains("curl ", facts.http())));
  }

  private static List<WeaknessGroup> groups(Catalogue catalogue, String text) {
    UnaryOperator<String> label = type -> type.toUpperCase(Locale.ROOT);
    return WeaknessGroup.of(catalogue, text, label);
  }
}

package dev.gatehouse.desktop.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where values go in a request that is repeated. */
final class TemplateTest {
  private static final byte[] NOTHING = new byte[0];

  @Test
  void everyMarkedPlaceTakesTheValue() {
    Template template =
        new Template(
            type("basic"),
            Map.of("username", "alice", "password", "§secret§"),
            new Draft(
                "PUT",
                "http://127.0.0.1:1/calendars/§id§",
                List.of(new Header("X-Try", "§a§ and §b§")),
                "{\"title\":\"§t§\"}".getBytes(StandardCharsets.UTF_8)));

    Template filled = template.filled("x");

    assertThat(filled.call().url()).isEqualTo("http://127.0.0.1:1/calendars/x");
    assertThat(filled.call().headers()).containsExactly(new Header("X-Try", "x and x"));
    assertThat(filled.call().body()).asString().isEqualTo("{\"title\":\"x\"}");
    assertThat(filled.values()).containsEntry("password", "x").containsEntry("username", "alice");
    assertThat(template.places()).containsExactly("address", "header X-Try", "body", "Password");
  }

  @Test
  void whatWouldEndAnAddressIsEncodedThereAndSlashesAreNot() {
    Template template =
        new Template(type("none"), Map.of(), new Draft("GET", "http://h/§p§", List.of(), NOTHING));

    assertThat(template.filled("../a b#c").call().url()).isEqualTo("http://h/../a%20b%23c");
  }

  @Test
  void aMarkInsideATokenIsFilledAndTheSignatureStays() throws Exception {
    CompactToken token = new CompactToken("{\"alg\":\"HS256\"}", "{\"sub\":\"§value§\"}", "c2ln");
    Template template =
        new Template(
            type("jwt"),
            Map.of("token", token.text()),
            new Draft("GET", "http://h/", List.of(), NOTHING));

    String filled = template.filled("a\"b").values().get("token");

    assertThat(CompactToken.parse(filled))
        .isEqualTo(new CompactToken("{\"alg\":\"HS256\"}", "{\"sub\":\"a\\\"b\"}", "c2ln"));
    assertThat(template.places()).hasSize(1);
  }

  @Test
  void aBodyThatIsNoTextKeepsItsBytes() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0};
    Template template =
        new Template(type("none"), Map.of(), new Draft("POST", "http://h/§p§", List.of(), picture));

    assertThat(template.filled("x").call().body()).isEqualTo(picture);
  }

  private static CredentialType type(String name) {
    return CredentialTypes.all().stream()
        .filter(type -> type.type().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

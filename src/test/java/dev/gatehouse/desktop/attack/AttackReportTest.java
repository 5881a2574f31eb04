package dev.gatehouse.desktop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a trainer hands on after all attacks were carried out. */
final class AttackReportTest {
  private static final Attack ATTACK = Attacks.named("jwt-tampered").orElseThrow();
  private static final AttackResult BLOCKED =
      new AttackResult(false, "Nothing <gained>.", List.of(), "jwt.signature");
  private static final AttackResult SUCCEEDED =
      new AttackResult(true, "Everything.", List.of(), "");

  private static AttackReport of(AttackResult hardened, AttackResult weakened) {
    return new AttackReport(List.of(new AttackOutcome(ATTACK, hardened, weakened)));
  }

  private static Document page(AttackReport report)
      throws ParserConfigurationException, IOException, SAXException {
    String html = report.html(Instant.parse("2026-01-01T09:00:00Z"), "Gatehouse 1 & 2");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  @Test
  void asJsonItSaysWhatStoppedEachAttackAndWhichWeaknessLetsItIn() throws IOException {
    JsonNode row = JsonMapper.builder().build().readTree(of(BLOCKED, SUCCEEDED).json()).get(0);

    assertThat(row.path("attack").asText()).isEqualTo("jwt-tampered");
    assertThat(row.path("weakness").asText()).isEqualTo("skip-signature");
    assertThat(row.path("hardened").asText()).isEqualTo("blocked");
    assertThat(row.path("weakened").asText()).isEqualTo("succeeded");
    assertThat(row.path("stoppedBy").asText()).isEqualTo("jwt.signature");
  }

  @Test
  void asAPageItIsWellFormedAndSaysWhenAndByWhat() throws Exception {
    String text = page(of(BLOCKED, SUCCEEDED)).getDocumentElement().getTextContent();

    assertThat(text)
        .contains("Gatehouse 1 & 2", "2026-01-01T09:00:00Z", "jwt.signature", "skip-signature")
        .contains("✓ blocked", "✓ succeeded");
  }

  @Test
  void anAttackThatGotInWhereItMustNotIsMarked() throws Exception {
    AttackReport report = of(SUCCEEDED, SUCCEEDED);

    assertThat(report.asItShouldBe()).isFalse();
    assertThat(page(report).getDocumentElement().getTextContent()).contains("✗ succeeded");
  }
}

package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.desktop.credential.JwtClaim.Part;
import dev.gatehouse.desktop.exchange.Glossary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains what stands in a JSON Web Token, name by name. It reads, it does not verify: whether any
 * of it is true is for the checks to say.
 */
public final class JwtClaims {
  private static final Set<String> TIMES = Set.of("exp", "nbf", "iat", "auth_time", "updated_at");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Glossary parameters =
      Glossary.read(JwtClaims.class, "jwt-header-parameters.yaml", true);
  private final Glossary claims = Glossary.read(JwtClaims.class, "jwt-claims.yaml", true);
  private final Glossary algorithms = Glossary.read(JwtClaims.class, "jwt-algorithms.yaml", true);
  private final ZoneId zone;

  /** With dates as they are said in this zone. */
  public JwtClaims(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Every name in header and payload, in order; of a part that is not a JSON object, none.
   *
   * @param header as JSON text
   * @param payload as JSON text
   * @param now against which times are told
   */
  public List<JwtClaim> explain(String header, String payload, Instant now) {
    List<JwtClaim> explained = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : members(header)) {
      explained.add(
          claim(Part.HEADER, member, parameters, "A header parameter of somebody's own.", now));
    }
    for (Map.Entry<String, JsonNode> member : members(payload)) {
      explained.add(claim(Part.PAYLOAD, member, claims, "A claim of somebody's own.", now));
    }
    return List.copyOf(explained);
  }

  private JwtClaim claim(
      Part part,
      Map.Entry<String, JsonNode> member,
      Glossary glossary,
      String otherwise,
      Instant now) {
    String name = member.getKey();
    Glossary.Entry entry =
        glossary
            .find(name)
            .orElseGet(
                () ->
                    new Glossary.Entry(
                        name,
                        otherwise + " What it means is between who wrote it and who reads it.",
                        ""));
    JsonNode value = member.getValue();
    String text = value.isTextual() ? value.textValue() : value.toString();
    return new JwtClaim(
        part, name, text, means(part, name, value, now), entry.text(), entry.source());
  }

  private String means(Part part, String name, JsonNode value, Instant now) {
    if (part == Part.PAYLOAD && TIMES.contains(name)) {
      return value.isNumber()
          ? HumanTime.of(value.doubleValue(), now, zone).orElse("beyond any calendar")
          : "not a number, so not a time";
    }
    if (part == Part.HEADER && name.equals("alg")) {
      return algorithms
          .find(value.asText())
          .map(Glossary.Entry::text)
          .orElse("no algorithm known to us");
    }
    return "";
  }

  private static Set<Map.Entry<String, JsonNode>> members(String part) {
    try {
      JsonNode node = JSON.readTree(part);
      return node == null ? Set.of() : node.properties();
    } catch (JacksonException notJson) {
      return Set.of();
    }
  }
}

package dev.gatehouse.desktop.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.http.Masking;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what in requests and answers would let somebody else call. Of a signed token that is the
 * signature: without it the rest is only a claim, and what an audience is to read. Used once, by
 * one thread.
 */
final class SecretFinder {
  /** So short a text stands in other places by chance. */
  private static final int SHORTEST = 4;

  /** More than an answer with a credential in it ever has. Bytes. */
  private static final int LARGEST_BODY = 256 * 1024;

  private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]*\\.[\\w-]*\\.([\\w-]+)");
  private static final Pattern PARAMETER = Pattern.compile("(?:^|[&?#])([^=&?#]+)=([^&#]*)");
  private static final Set<String> MEMBERS =
      Set.of(
          "access_token",
          "actor_token",
          "assertion",
          "client_assertion",
          "client_secret",
          "code",
          "code_verifier",
          "device_code",
          "id_token",
          "id_token_hint",
          "password",
          "refresh_token",
          "request",
          "secret",
          "subject_token",
          "token",
          "totp",
          "user_code");

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Set<String> found = new HashSet<>();

  /** What was found so far. */
  Set<String> found() {
    return Set.copyOf(found);
  }

  /** Looks at a request and its answer. */
  void look(Hop hop) {
    hop.request().headers().forEach(this::look);
    lookAtTarget(hop.request().url());
    look(hop.request().body());
    hop.headers().forEach(this::look);
    look(hop.body());
    if (hop.record() != null) {
      look(hop.record());
    }
  }

  /** Looks at a request of another program. */
  void look(ExchangeRecord record) {
    record.request().headers().forEach(this::look);
    lookAtTarget(record.request().target());
    record.authentication().checks().stream()
        .flatMap(check -> check.evidence().stream())
        .filter(Evidence::secret)
        .forEach(evidence -> add(evidence.value()));
  }

  private void look(Header header) {
    differing(header.value(), Masking.header(header).value());
  }

  private void lookAtTarget(String target) {
    differing(target, Masking.target(target));
  }

  /** What was masked stands between what was not. */
  private void differing(String open, String masked) {
    int at = 0;
    List<String> kept = List.of(masked.split(Pattern.quote(Evidence.MASK), -1));
    for (int i = 0; i < kept.size(); i++) {
      boolean last = i == kept.size() - 1;
      int next =
          last ? open.length() - kept.get(i).length() : open.indexOf(kept.get(i), i == 0 ? 0 : at);
      if (i > 0 && next > at) {
        add(open.substring(at, next));
      }
      at = Math.max(next, 0) + kept.get(i).length();
    }
  }

  private void look(byte[] body) {
    if (body.length == 0 || body.length > LARGEST_BODY) {
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      look(mapper.readTree(text));
    } catch (JsonProcessingException otherwise) {
      Matcher parameters = PARAMETER.matcher(text);
      while (parameters.find()) {
        member(parameters.group(1), parameters.group(2));
      }
    }
  }

  private void look(JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isTextual()) {
                member(field.getKey(), field.getValue().textValue());
              }
              look(field.getValue());
            });
    if (node.isArray()) {
      node.forEach(this::look);
    }
  }

  private void member(String name, String value) {
    if (MEMBERS.contains(name.toLowerCase(Locale.ROOT))) {
      add(value);
      add(decoded(value));
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  private void add(String secret) {
    Matcher signed = SIGNED.matcher(secret);
    String part = signed.matches() ? signed.group(1) : secret;
    if (part.length() >= SHORTEST && !part.equals(Evidence.MASK)) {
      found.add(part);
    }
  }
}

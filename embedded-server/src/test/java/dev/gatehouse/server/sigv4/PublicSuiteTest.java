package dev.gatehouse.server.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole public test suite of AWS Signature Version 4, a folder for each case, where it is at
 * hand: {@code -Dgatehouse.sigv4=FOLDER}. {@link PublishedSignaturesTest} has some of it written
 * out.
 */
@EnabledIfSystemProperty(named = PublicSuiteTest.FOLDER, matches = ".+")
final class PublicSuiteTest {
  static final String FOLDER = "gatehouse.sigv4";

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty(FOLDER)))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String text(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve(name + ".txt"));
  }

  @Test
  void theSuiteIsComplete() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(38);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachStepIsAsPublished(Path folder) throws IOException {
    JsonNode context =
        JsonMapper.builder().build().readTree(folder.resolve("context.json").toFile());
    PublishedRequest request = PublishedRequest.read(text(folder, "header-signed-request"));
    if (context.path("normalize").asBoolean()) {
      request = request.withTarget(normalized(request.target()));
    }

    assertThat(request.canonical().text()).isEqualTo(text(folder, "header-canonical-request"));
    assertThat(request.stringToSign()).isEqualTo(text(folder, "header-string-to-sign"));
    String secretKey = context.at("/credentials/secret_access_key").asText();
    assertThat(request.signature(secretKey))
        .isEqualTo(text(folder, "header-signature"))
        .isEqualTo(request.authorization().signature());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachStepInTheQueryIsAsPublished(Path folder) throws IOException {
    JsonNode context =
        JsonMapper.builder().build().readTree(folder.resolve("context.json").toFile());
    PublishedRequest request = PublishedRequest.read(text(folder, "query-signed-request"));
    String target = request.target();
    if (context.path("normalize").asBoolean()) {
      target = normalized(target);
    }
    if (context.path("omit_session_token").asBoolean()) {
      // It is added after signing.
      target = target.replaceFirst("&X-Amz-Security-Token=[^&]*", "");
    }
    SignedQuery said = SignedQuery.read(target.substring(target.indexOf('?') + 1)).orElseThrow();
    CanonicalRequest canonical =
        SignedQuery.canonical(
            request.method(),
            target,
            request.headers(),
            said.signedHeaders(),
            SigV4.sha256(request.body()));
    String toSign = SigV4.stringToSign(said.timestamp(), said.scope(), canonical);

    assertThat(canonical.text()).isEqualTo(text(folder, "query-canonical-request"));
    assertThat(toSign).isEqualTo(text(folder, "query-string-to-sign"));
    String secretKey = context.at("/credentials/secret_access_key").asText();
    assertThat(SigV4.signature(secretKey, said.scope(), toSign))
        .isEqualTo(text(folder, "query-signature"))
        .isEqualTo(said.signature());
  }

  /**
   * A path without dot segments and empty ones. The server never has to do this: it refuses a path
   * for which it would make a difference before it looks at any credential.
   */
  private static String normalized(String target) {
    String[] parts = target.split("\\?", 2);
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : parts[0].split("/", -1)) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    boolean folder = parts[0].endsWith("/") && !kept.isEmpty();
    String path = "/" + String.join("/", kept) + (folder ? "/" : "");
    return parts.length == 1 ? path : path + "?" + parts[1];
  }
}

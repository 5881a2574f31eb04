package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever becomes of a header on its way, it proves nobody else, and no check breaks over it. */
final class DigestPropertyTest {
  private static final String SCHEME = "Digest ";

  private final DigestAuthenticator digest =
      new DigestAuthenticator(DemoIdentity.identity(), DemoIdentity.clock());

  @BeforeProperty
  void restart() {
    DemoIdentity.restart();
  }

  @Property(tries = 500)
  void aHeaderOfWhichOneCharacterWasReplacedProvesNobody(
      @ForAll int where, @ForAll("characters") char character) {
    String header = header();
    int at = Math.floorMod(where, header.length());

    provesNobody(header, header.substring(0, at) + character + header.substring(at + 1));
  }

  @Property(tries = 300)
  void aHeaderOfWhichAPartWasCutOutProvesNobody(
      @ForAll int from, @ForAll @IntRange(min = 1, max = 60) int length) {
    String header = header();
    int at = Math.floorMod(from, header.length());
    int end = Math.min(header.length(), at + length);

    provesNobody(header, header.substring(0, at) + header.substring(end));
  }

  @Property(tries = 300)
  void aHeaderIntoWhichSomethingWasPutProvesNobody(
      @ForAll int where, @ForAll("texts") String what) {
    String header = header();
    int at = Math.floorMod(where, header.length() + 1);

    provesNobody(header, header.substring(0, at) + what + header.substring(at));
  }

  @Property(tries = 500)
  void anyTextProvesNobody(@ForAll String text) {
    provesNobody(header(), text);
  }

  @Property(tries = 10)
  void aVeryLongHeaderIsReadToItsEnd(@ForAll("units") String unit) {
    provesNobody(header(), "username=\"" + unit.repeat(30_000));
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.oneOf(
        Arbitraries.chars().range(' ', '~'), Arbitraries.chars().range((char) 0, (char) 0x2ff));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("username=\"bob\"", ", username=\"bob\", ", ", uri=\"/\"", ", qop=auth-int"),
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(20));
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("a", "\\\"", "\\", "\"", "=", ",", " ", "%41", "\u00e9");
  }

  private String header() {
    return DigestExample.to(digest).header().substring(SCHEME.length());
  }

  private void provesNobody(String original, String mutated) {
    Verification verification =
        judge(digest, Arrivals.get("/me", "Authorization", SCHEME + mutated));

    assertThat(verification.checks())
        .extracting(CheckResult::actual)
        .noneMatch(actual -> actual.startsWith("it could not: "));
    if (!saysTheSame(original, mutated)) {
      assertThat(verification.principal()).as(mutated).isEmpty();
    }
    // Or soon nothing but the wait after too many failures were tested.
    DemoIdentity.identity().forgetWhatHappened();
  }

  /** Whether every parameter that counts is there unchanged, whatever else is said around them. */
  private static boolean saysTheSame(String original, String mutated) {
    AuthParameters a = AuthParameters.read(original);
    AuthParameters b = AuthParameters.read(mutated.stripLeading());
    List<String> counts = List.copyOf(a.values().keySet());
    return b.flaw().isEmpty()
        && counts.stream()
            .allMatch(
                name ->
                    name.equals("algorithm")
                        ? a.text(name).orElse("").equalsIgnoreCase(b.text(name).orElse(""))
                        : a.text(name).equals(b.text(name)));
  }
}

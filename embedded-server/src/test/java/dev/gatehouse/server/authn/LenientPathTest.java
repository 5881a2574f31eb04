package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LenientPathTest {
  @ParameterizedTest
  @CsvSource({
    "/calendars/a/%2e%2e/b, /calendars/b",
    "/calendars/a/..%2fb, /calendars/b",
    "/calendars/a/..\\b, /calendars/b",
    "/calendars/a%5c..%5Cb, /calendars/b",
    "/calendars;x=1/a;y, /calendars/a",
    "//calendars///a/, /calendars/a/",
    "/c%61lendars/./a, /calendars/a",
    "/../../me, /me"
  })
  void whatCanBeReadInTwoWaysIsTidiedUp(String sent, String read) {
    assertThat(LenientPath.read(sent)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"/a%252e%252e", "/a%zz", "/a%", "/a%0a", "/%c3%28;x"})
  void whatIsStillAmbiguousAfterThatIsNotCanonical(String sent) {
    assertThat(CanonicalPath.flawOf(LenientPath.read(sent))).isNotEmpty();
  }

  @Property
  void whatCanBeReadInOneWayOnlyStaysAsItIs(@ForAll("paths") String path) {
    String read = LenientPath.read(path);

    assertThat(CanonicalPath.flawOf(path).isEmpty() && !read.equals(path)).isFalse();
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("/", "a", ".", "..", "%2e", "%C3%A4", "%20", ";x", "\\", "%2F", "%", "*")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}

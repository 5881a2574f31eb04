package dev.gatehouse.desktop.ui.explain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the page on the web where the source of a check can be read. */
public final class SourceLink {
  private static final Pattern RFC =
      Pattern.compile(
          "RFC (\\d+)(?: (?:§|section )([\\d.]*\\d)| (?:[Aa]ppendix |§)([A-Z][\\d.]*))?");
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d+");
  private static final Pattern OWASP = Pattern.compile("(?:OWASP )?API(\\d+)(?::2023)?");

  private static final String WEBAUTHN = "https://www.w3.org/TR/webauthn-3/";
  private static final Pattern WEBAUTHN_SECTION = Pattern.compile("WebAuthn L3 §([\\d.]*\\d)");

  /** Where the sections are that checks name; the page does not number its places. */
  private static final Map<String, String> WEBAUTHN_PLACES =
      Map.of(
          "6.1.1", "#sctn-sign-counter",
          "7.1", "#sctn-registering-a-new-credential",
          "7.2", "#sctn-verifying-assertion");

  private SourceLink() {}

  /**
   * The page of the first source named, if it is one whose address follows from its name.
   *
   * @param source for example {@code RFC 7515 §5.2}, {@code CVE-2015-9235} or {@code OWASP
   *     API1:2023}
   */
  public static Optional<String> of(String source) {
    Matcher rfc = RFC.matcher(source);
    if (rfc.find()) {
      String page = "https://www.rfc-editor.org/rfc/rfc" + rfc.group(1);
      if (rfc.group(2) != null) {
        return Optional.of(page + "#section-" + rfc.group(2));
      }
      return Optional.of(rfc.group(3) == null ? page : page + "#appendix-" + rfc.group(3));
    }
    Matcher cve = CVE.matcher(source);
    if (cve.find()) {
      return Optional.of("https://www.cve.org/CVERecord?id=" + cve.group());
    }
    Matcher webauthn = WEBAUTHN_SECTION.matcher(source);
    if (webauthn.find()) {
      return Optional.of(WEBAUTHN + WEBAUTHN_PLACES.getOrDefault(webauthn.group(1), ""));
    }
    if (source.toLowerCase(Locale.ROOT).contains("800-63b")) {
      return Optional.of("https://pages.nist.gov/800-63-3/sp800-63b.html");
    }
    return OWASP.matcher(source).find()
        ? Optional.of("https://owasp.org/API-Security/editions/2023/en/0x11-t10/")
        : Optional.empty();
  }
}

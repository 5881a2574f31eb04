package dev.gatehouse.server.sigv4;

/**
 * Where and on which day a signature is good (AWS SigV4, step 3: create a string to sign). The
 * signing key is made from it too, so a stolen signing key is of no use elsewhere or tomorrow.
 *
 * @param date a day in UTC, for example {@code 20261124}
 * @param region for example {@code local}
 * @param service for example {@code calendar}
 * @param termination always {@value #TERMINATION} in what is good
 */
public record CredentialScope(String date, String region, String service, String termination) {
  /** How every scope of this version ends. */
  public static final String TERMINATION = "aws4_request";

  /** Its parts with slashes between them. */
  public String text() {
    return String.join("/", date, region, service, termination);
  }
}

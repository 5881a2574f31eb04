package dev.gatehouse.desktop.ui.explain;

import java.util.Map;

/**
 * What a status code says.
 *
 * @param phrase the reason phrase, for example {@code Unauthorized}
 * @param meaning one sentence for a newcomer
 * @param source where it is defined
 */
record StatusPhrase(String phrase, String meaning, String source) {
  private static final Map<Integer, StatusPhrase> KNOWN =
      Map.ofEntries(
          entry(200, "OK", "The request was carried out.", "RFC 9110 §15.3.1"),
          entry(201, "Created", "Something new was made.", "RFC 9110 §15.3.2"),
          entry(
              204,
              "No Content",
              "It was carried out; there is nothing to send.",
              "RFC 9110 §15.3.5"),
          entry(302, "Found", "Go on at the address in Location.", "RFC 9110 §15.4.3"),
          entry(
              303, "See Other", "Read the answer at the address in Location.", "RFC 9110 §15.4.4"),
          entry(304, "Not Modified", "What you have is still right.", "RFC 9110 §15.4.5"),
          entry(400, "Bad Request", "The request itself is malformed.", "RFC 9110 §15.5.1"),
          entry(
              401,
              "Unauthorized",
              "The caller has not proved who they are. The name is historical: it is about"
                  + " authentication, not authorization.",
              "RFC 9110 §15.5.2"),
          entry(403, "Forbidden", "The caller is known, and may not do this.", "RFC 9110 §15.5.4"),
          entry(
              404,
              "Not Found",
              "There is no such thing, or the caller may not know that there is.",
              "RFC 9110 §15.5.5"),
          entry(
              405,
              "Method Not Allowed",
              "This address does not take this method.",
              "RFC 9110 §15.5.6"),
          entry(406, "Not Acceptable", "It cannot be had in that format.", "RFC 9110 §15.5.7"),
          entry(409, "Conflict", "It does not go with the present state.", "RFC 9110 §15.5.10"),
          entry(
              412,
              "Precondition Failed",
              "A condition in a header is not met.",
              "RFC 9110 §15.5.13"),
          entry(
              413,
              "Content Too Large",
              "The body is larger than the server takes.",
              "RFC 9110 §15.5.14"),
          entry(
              415,
              "Unsupported Media Type",
              "The body is of a type not taken here.",
              "RFC 9110 §15.5.16"),
          entry(
              422,
              "Unprocessable Content",
              "The body is well-formed, and makes no sense here.",
              "RFC 9110 §15.5.21"),
          entry(
              429,
              "Too Many Requests",
              "Too many tries; come back after the time in Retry-After.",
              "RFC 6585 §4"),
          entry(
              431, "Request Header Fields Too Large", "The headers are too large.", "RFC 6585 §5"),
          entry(500, "Internal Server Error", "The server failed.", "RFC 9110 §15.6.1"),
          entry(
              503,
              "Service Unavailable",
              "The server has too much to do right now.",
              "RFC 9110 §15.6.4"));

  private static Map.Entry<Integer, StatusPhrase> entry(
      int status, String phrase, String meaning, String source) {
    return Map.entry(status, new StatusPhrase(phrase, meaning, source));
  }

  /** What this status says; empty texts if it is not a well-known one. */
  static StatusPhrase of(int status) {
    return KNOWN.getOrDefault(status, new StatusPhrase("", "", "RFC 9110 §15"));
  }

  /** The code with its phrase, the one that came if there was one. */
  static String line(int status, String reason) {
    String phrase = reason.isBlank() ? of(status).phrase() : reason;
    return phrase.isEmpty() ? Integer.toString(status) : status + " " + phrase;
  }
}

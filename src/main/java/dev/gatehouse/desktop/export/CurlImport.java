package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.export.CurlArguments.Option;
import dev.gatehouse.server.trace.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a command for curl, as people paste it, into a request with its credential. */
public final class CurlImport {
  /**
   * What was read.
   *
   * @param call the request without its credential
   * @param type the type of the credential, for example {@code basic}; {@code none} if there was
   *     none that is known
   * @param values the credential's fields, by field name
   * @param notes what was left out, a sentence each
   */
  public record Result(Draft call, String type, Map<String, String> values, List<String> notes) {
    public Result {
      values = Map.copyOf(values);
      notes = List.copyOf(notes);
    }
  }

  /** Options that change how curl works, not what it sends. */
  private static final Set<String> OF_NO_CONCERN =
      Set.of(
          "--silent",
          "-s",
          "--show-error",
          "-S",
          "--verbose",
          "-v",
          "--include",
          "-i",
          "--fail",
          "-f",
          "--globoff",
          "-g",
          "--no-buffer",
          "-N",
          "--progress-bar",
          "-#",
          "--http1.1",
          "--output",
          "--write-out",
          "--insecure",
          "--path-as-is",
          "--max-time",
          "--connect-timeout",
          "--dump-header",
          "--cacert",
          "--cookie-jar",
          "--basic",
          "--fail-with-body",
          "--no-progress-meter");

  private final List<Header> headers = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder data = new StringBuilder();
  private final StringBuilder query = new StringBuilder();
  private Optional<String> user = Optional.empty();
  private Optional<String> signing = Optional.empty();
  private String certificate = "";
  private String key = "";
  private String method = "";
  private String url = "";
  private boolean hasData;
  private boolean dataInQuery;
  private boolean json;

  private CurlImport() {}

  /** Whether this is worth reading: whether it begins with {@code curl}. */
  public static boolean looksLikeCurl(String text) {
    return text.strip().matches("(?s)(\\$ +)?curl(\\.exe)?\\s.*");
  }

  /**
   * Reads a command.
   *
   * @throws CurlSyntaxException if it cannot be understood
   */
  public static Result read(String text) throws CurlSyntaxException {
    if (!looksLikeCurl(text)) {
      throw new CurlSyntaxException("This does not begin with curl.");
    }
    List<String> words = BashWords.split(text.strip().replaceFirst("^\\$ +", ""));
    return new CurlImport().result(CurlArguments.read(words.subList(1, words.size())));
  }

  private Result result(CurlArguments arguments) throws CurlSyntaxException {
    for (Option option : arguments.options()) {
      take(option);
    }
    if (url.isEmpty()) {
      throw new CurlSyntaxException("There is no address in this command.");
    }
    if (hasData && dataInQuery) {
      addToQuery(data.toString());
    }
    boolean body = hasData && !dataInQuery;
    if (json) {
      addUnlessThere("Content-Type", "application/json");
      addUnlessThere("Accept", "application/json");
    } else if (body) {
      addUnlessThere("Content-Type", "application/x-www-form-urlencoded");
    }
    headers.removeIf(header -> header.value().isEmpty());
    Optional<Map<String, String>> signed = signed();
    if (signed.isEmpty()) {
      user.map(RecognisedCredential::basic).ifPresent(headers::add);
    }
    Draft draft =
        new Draft(
            method.isEmpty() ? (body ? "POST" : "GET") : method,
            address(),
            headers.stream().map(CurlImport::emptied).toList(),
            body ? data.toString().getBytes(StandardCharsets.UTF_8) : new byte[0]);
    if (signed.isPresent()) {
      return new Result(draft, "hmac", signed.get(), notes);
    }
    if (!certificate.isEmpty()) {
      RecognisedCredential shown = RecognisedCredential.showing(certificate, key, draft);
      return new Result(shown.call(), shown.type(), shown.values(), notes);
    }
    RecognisedCredential credential = RecognisedCredential.in(draft);
    if (credential.type().equals(RecognisedCredential.SIGNATURE)) {
      notes.add("It is signed again with the key that is filled in here; all else is as it was.");
    }
    return new Result(credential.call(), credential.type(), credential.values(), notes);
  }

  private void take(Option option) {
    String value = option.value();
    switch (option.name()) {
      case "--url" -> url = value;
      case "--request" -> method = value;
      case "--head" -> method = method.isEmpty() ? "HEAD" : method;
      case "--get" -> dataInQuery = true;
      case "--header" -> header(value);
      case "--user" -> user = Optional.of(value);
      case "--cert" -> certificate = value;
      case "--key" -> key = value;
      case "--aws-sigv4" -> signing = Optional.of(value);
      case "--oauth2-bearer" -> headers.add(new Header("Authorization", "Bearer " + value));
      case "--user-agent" -> headers.add(new Header("User-Agent", value));
      case "--referer" -> headers.add(new Header("Referer", value));
      case "--range" -> headers.add(new Header("Range", "bytes=" + value));
      case "--compressed" -> headers.add(new Header("Accept-Encoding", "deflate, gzip"));
      case "--cookie" -> cookie(value);
      case "--data", "--data-ascii", "--data-binary" -> data(value, "&", true);
      case "--data-raw" -> data(value, "&", false);
      case "--data-urlencode" -> data(urlEncoded(value), "&", false);
      case "--json" -> {
        json = true;
        data(value, "", true);
      }
      case "--url-query" -> addToQuery(urlEncoded(value));
      case "--location" -> notes.add("Redirects are not followed here, so -L was left out.");
      default -> {
        if (!OF_NO_CONCERN.contains(option.name())) {
          notes.add("The option " + option.name() + " is not known here and was left out.");
        }
      }
    }
  }

  /** What curl would sign the request with, if it would. */
  private Optional<Map<String, String>> signed() {
    return signing.flatMap(
        scope -> user.flatMap(keys -> RecognisedCredential.signing(scope, keys)));
  }

  /**
   * {@code Name: value}, {@code Name;} for an empty value, {@code Name:} for none of curl's own.
   */
  private void header(String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    } else if (line.endsWith(";")) {
      headers.add(new Header(line.substring(0, line.length() - 1), EMPTY));
    } else {
      notes.add("The header \"" + line + "\" has no colon and was left out.");
    }
  }

  /** Stands for a header that is to be sent although it is empty. */
  private static final String EMPTY = "\uE000";

  private static Header emptied(Header header) {
    return header.value().equals(EMPTY) ? new Header(header.name(), "") : header;
  }

  private void cookie(String value) {
    if (value.contains("=")) {
      headers.add(new Header("Cookie", value));
    } else {
      notes.add("The cookies in the file " + value + " were not read.");
    }
  }

  private void data(String value, String between, boolean mayNameFile) {
    if (mayNameFile && value.startsWith("@")) {
      notes.add(
          "The file " + value.substring(1) + " was not read. Paste what is in it as the body.");
    } else {
      data.append(data.isEmpty() ? "" : between).append(value);
    }
    hasData = true;
  }

  /** {@code name=content} or {@code content}, of which the content is encoded. */
  private static String urlEncoded(String value) {
    int equals = value.indexOf('=');
    String name = equals <= 0 ? "" : value.substring(0, equals + 1);
    return name + URLEncoder.encode(value.substring(equals + 1), StandardCharsets.UTF_8);
  }

  private void addToQuery(String more) {
    query.append(query.isEmpty() ? "" : "&").append(more);
  }

  private void addUnlessThere(String name, String value) {
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name))) {
      headers.add(new Header(name, value));
    }
  }

  private String address() {
    String whole = url.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? url : "http://" + url;
    if (query.isEmpty()) {
      return whole;
    }
    return whole + (whole.contains("?") ? "&" : "?") + query;
  }
}

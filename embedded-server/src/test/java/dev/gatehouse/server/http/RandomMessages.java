package dev.gatehouse.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Makes requests that are almost right: each begins as one that the server knows, then a few things
 * of it are spoiled. For one thread.
 */
final class RandomMessages {
  private static final int LARGEST_TARGET = 40_000;
  private static final int LARGEST_BODY = 1_200_000;

  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "get",
          "PROPFIND",
          "G\u00c9T",
          "",
          "GET\t",
          "A".repeat(300));
  private static final List<String> PIECES =
      List.of(
          "%2e%2e",
          "/..",
          "//",
          ";a=b",
          "%00",
          "%",
          "%zz",
          "%c0%ae",
          "\\",
          "?",
          "#",
          "*",
          "\u00fc",
          "%F0%9F%93%85",
          "http://other.example/",
          "' OR 1=1--",
          "${jndi:ldap://a}",
          " ");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "a",
          "\"",
          "\"unclosed",
          "=",
          ",,,",
          "%",
          "\u0000",
          "\u00ff\u00fe",
          "-1",
          "99999999999999999999",
          "Basic",
          "Basic !",
          "Bearer",
          "Bearer a.b.c",
          "DPoP a.b.c",
          "Digest username=",
          "Bearer " + "a".repeat(9_000),
          "AWS4-HMAC-SHA256 Credential=",
          "SCRAM-SHA-256 data=bixh",
          "sig1=:AAAA:",
          "sig1=(\"@method\");created=1",
          "1e400",
          "null",
          "[".repeat(500),
          "application/json",
          "chunked",
          "gzip, br",
          "bytes=0-1",
          "100-continue",
          "h2c",
          "websocket",
          "close, Upgrade");
  private static final List<String> NAMES =
      List.of(
          "Host",
          "Authorization",
          "Cookie",
          "X-API-Key",
          "X-CSRF-Token",
          "Content-Type",
          "Content-Length",
          "Transfer-Encoding",
          "Content-Encoding",
          "Accept-Encoding",
          "Expect",
          "Upgrade",
          "Connection",
          "Origin",
          "Sec-Fetch-Site",
          "Referer",
          "DPoP",
          "Signature",
          "Signature-Input",
          "Content-Digest",
          "X-Amz-Date",
          "Client-Cert",
          "X-Forwarded-For",
          "Forwarded",
          "If-Match",
          "Range",
          "Last-Event-ID",
          "TE",
          "Trailer",
          "X-HTTP-Method-Override",
          "X-Forwarded-User",
          "X Y",
          "",
          ":",
          "H\u00f6st");
  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "{}",
          "[]",
          "null",
          "\"",
          "{\"title\":",
          "{\"a\":1,\"a\":2}",
          "[".repeat(20_000),
          "{\"title\":\"\\ud800\",\"start\":\"x\",\"end\":[]}",
          "{\"title\":\"a\",\"start\":\"2026-12-01T09:00:00Z\",\"end\":\"2026-12-01T10:00:00Z\"}",
          "{\"title\":\"a\",\"start\":\"+999999999-01-01T00:00:00Z\",\"end\":\"-999999999-01-01T00:00:00Z\"}",
          "{\"title\":\"a\",\"start\":\"2026-12-01T09:00:00Z\",\"end\":\"2026-12-01T10:00:00Z\",\"recurrence\":\"FREQ=SECONDLY\"}",
          "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
          "a=%ff&a=%zz&grant_type=",
          "\u0000\u0001\ufffd",
          "grant_type=authorization_code&code=a&code=b",
          "user=alice&password=x");

  /**
   * A request to be sent.
   *
   * @param bytes what is sent
   * @param drips whether in small pieces with pauses
   * @param whole whether all of it is sent; else the sender hangs up in between
   */
  record Message(byte[] bytes, boolean drips, boolean whole) {
    /** As text, cut where it gets long. */
    @Override
    public String toString() {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      String part = text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
      return (drips ? "in drips, " : "") + (whole ? "" : "broken off, ") + "\n" + part;
    }
  }

  private final Random random;
  private final List<Route> routes;
  private final List<String> credentials;
  private final String authority;

  /**
   * A source of requests.
   *
   * @param seed the same seed makes the same requests
   * @param credentials header lines, each of which proves somebody
   * @param authority the right value of Host
   */
  RandomMessages(long seed, List<Route> routes, List<String> credentials, String authority) {
    this.random = new Random(seed);
    this.routes = List.copyOf(routes);
    this.credentials = List.copyOf(credentials);
    this.authority = authority;
  }

  /** The next one. */
  Message next() {
    Route route = one(routes);
    String method = chance(5) ? one(METHODS) : route.method();
    String target = target(route);
    byte[] body = body();
    List<String> headers = new ArrayList<>();
    headers.add("Host: " + (chance(60) ? one(VALUES) : authority));
    if (!chance(3)) {
      headers.add(one(credentials));
    }
    if (body.length > 0 || chance(4)) {
      headers.add("Content-Type: " + contentType(route));
    }
    spoil(headers);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (body.length > 0 && chance(6)) {
      headers.add("Transfer-Encoding: chunked");
      body = chunks(body);
    } else if (body.length > 0 || chance(3)) {
      headers.add("Content-Length: " + (chance(20) ? one(VALUES) : String.valueOf(body.length)));
    }
    if (!chance(10)) {
      headers.add("Connection: close");
    }
    String head =
        method
            + " "
            + target
            + " "
            + (chance(30)
                ? one(List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9", "", "FTP/1.1"))
                : "HTTP/1.1")
            + "\r\n"
            + String.join(chance(40) ? "\n" : "\r\n", headers)
            + "\r\n\r\n";
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    byte[] bytes = out.toByteArray();
    boolean whole = !chance(12);
    if (!whole) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
    return new Message(bytes, bytes.length < 4_000 && chance(60), whole);
  }

  private String target(Route route) {
    String path =
        route
            .path()
            .toString()
            .replace("{calendar}", one(List.of("alice-work", "bob-work", "none", "x".repeat(400))))
            .replace("{event}", one(List.of("standup", "none", "%20")))
            .replace("{person}", one(List.of("carol", "nobody")))
            .replace("{token}", "none");
    if (chance(6)) {
      path =
          one(List.of("/explorer/exchanges", "/explorer/exchanges/none", "/explorer", "/nowhere"));
    }
    if (chance(3)) {
      path +=
          "?"
              + one(List.of("from", "to", "after", "limit", "access_token", "api_key", "code", ""))
              + "="
              + one(VALUES).replace(' ', '+').replace("\u0000", "%00");
    }
    if (chance(8)) {
      int at = random.nextInt(path.length() + 1);
      path = path.substring(0, at) + one(PIECES) + path.substring(at);
    }
    return chance(200) ? path + "?" + "q".repeat(random.nextInt(LARGEST_TARGET)) : path;
  }

  private String contentType(Route route) {
    return chance(3)
        ? one(
            List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "a",
                "application/json; charset=utf-7"))
        : switch (route.body().name().toLowerCase(Locale.ROOT)) {
          case "form" -> "application/x-www-form-urlencoded";
          case "calendar" -> "text/calendar";
          default -> "application/json";
        };
  }

  private byte[] body() {
    if (chance(2)) {
      return new byte[0];
    }
    if (chance(300)) {
      return "a".repeat(random.nextInt(LARGEST_BODY)).getBytes(StandardCharsets.US_ASCII);
    }
    byte[] text = one(BODIES).getBytes(StandardCharsets.UTF_8);
    if (text.length > 0 && chance(5)) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    return chance(40) ? zipped(text) : text;
  }

  private void spoil(List<String> headers) {
    while (chance(3)) {
      switch (random.nextInt(5)) {
        case 0 -> headers.add(one(NAMES) + ": " + one(VALUES));
        case 1 -> headers.add(one(headers));
        case 2 -> headers.remove(random.nextInt(headers.size()));
        case 3 -> {
          int at = random.nextInt(headers.size());
          StringBuilder line = new StringBuilder(headers.get(at));
          line.setCharAt(random.nextInt(line.length()), (char) (1 + random.nextInt(255)));
          headers.set(at, line.toString());
        }
        default -> {
          if (chance(20)) {
            headers.add("X-Long: " + "v".repeat(random.nextInt(LARGEST_TARGET)));
          }
        }
      }
      if (headers.isEmpty()) {
        return;
      }
    }
  }

  private byte[] chunks(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String size = chance(10) ? one(VALUES) : Integer.toHexString(body.length);
    out.writeBytes((size + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    out.writeBytes((chance(10) ? "\r\n" : "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static byte[] zipped(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** True once in so many times. */
  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package dev.gatehouse.server.sigv4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How paths and queries are written in a canonical request: in UTF-8, every octet escaped but the
 * unreserved ones (RFC 3986 §2.3), in upper case.
 */
final class UriEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private UriEncoding() {}

  /**
   * A path. It is escaped just as it was sent, its own escapes once more, as is done for every
   * service but S3: nothing is decoded, so that there is nothing to decode in two ways.
   */
  static String path(String sent) {
    return sent.isEmpty() ? "/" : escaped(sent.getBytes(StandardCharsets.UTF_8), "/");
  }

  /**
   * A query: each name and value as if escaped once, however it was sent, sorted by name, then by
   * value. A plus is a blank, as it is to whoever will read the parameters.
   */
  static String query(String sent) {
    return Arrays.stream(sent.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .map(
            pair ->
                new String[] {escapedOnce(pair[0]), pair.length > 1 ? escapedOnce(pair[1]) : ""})
        .sorted(
            (a, b) -> {
              int byName = a[0].compareTo(b[0]);
              return byName != 0 ? byName : a[1].compareTo(b[1]);
            })
        .map(pair -> pair[0] + "=" + pair[1])
        .collect(Collectors.joining("&"));
  }

  /** A name or a value of a query, escaped. */
  static String component(String plain) {
    return escaped(plain.getBytes(StandardCharsets.UTF_8), "");
  }

  private static String escapedOnce(String sent) {
    byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int escape = escape(bytes, i);
      if (escape >= 0) {
        plain.write(escape);
        i += 2;
      } else {
        plain.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return escaped(plain.toByteArray(), "");
  }

  /** The octet that is escaped here; -1 if no escape begins here. */
  private static int escape(byte[] bytes, int at) {
    if (bytes[at] != '%' || at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String escaped(byte[] bytes, String alsoKept) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte octet : bytes) {
      char c = (char) (octet & 0xFF);
      if (UNRESERVED.indexOf(c) >= 0 || alsoKept.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append('%').append(String.format("%02X", octet & 0xFF));
      }
    }
    return text.toString();
  }
}

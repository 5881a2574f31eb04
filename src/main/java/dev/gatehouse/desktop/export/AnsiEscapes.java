package dev.gatehouse.desktop.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between {@code $'} and {@code '} in bash (Bash manual §3.1.2.4). */
final class AnsiEscapes {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|(.))",
          Pattern.DOTALL);
  private static final Map<String, Integer> NAMED =
      Map.of("n", 10, "t", 9, "r", 13, "a", 7, "b", 8, "e", 27, "E", 27, "f", 12, "v", 11);

  private AnsiEscapes() {}

  static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    int done = 0;
    while (escape.find()) {
      bytes.writeBytes(text.substring(done, escape.start()).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(meaning(escape.toMatchResult()));
      done = escape.end();
    }
    bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static byte[] meaning(MatchResult escape) {
    if (escape.group(1) != null) {
      return new byte[] {(byte) Integer.parseInt(escape.group(1), 16)};
    }
    if (escape.group(4) != null) {
      return new byte[] {(byte) Integer.parseInt(escape.group(4), 8)};
    }
    String letter = escape.group(5);
    if (letter != null) {
      Integer code = NAMED.get(letter);
      boolean itself = "\\'\"?".contains(letter);
      String meant = code != null ? Character.toString(code) : itself ? letter : "\\" + letter;
      return meant.getBytes(StandardCharsets.UTF_8);
    }
    String hex = escape.group(2) == null ? escape.group(3) : escape.group(2);
    long code = Long.parseLong(hex, 16);
    int shown = code <= Character.MAX_CODE_POINT ? (int) code : 0xFFFD;
    return Character.toString(shown).getBytes(StandardCharsets.UTF_8);
  }
}

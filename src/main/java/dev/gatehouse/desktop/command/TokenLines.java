package dev.gatehouse.desktop.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One token per line, each as soon as its line has ended. Only LF and CRLF end a line, and nothing
 * is trimmed: whatever else stands there is part of the token, and is for the checks to refuse.
 */
final class TokenLines {
  private final InputStream input;

  TokenLines(InputStream input) {
    this.input = new BufferedInputStream(input);
  }

  /** The next line, without its end; null if there is none. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = input.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = input.read();
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return next == '\n' && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}

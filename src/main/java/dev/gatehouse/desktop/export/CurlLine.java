package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of curl, option by option. */
final class CurlLine {
  private final @Nullable String authority;
  private final List<String> parts = new ArrayList<>();
  private String feed = "";

  CurlLine(@Nullable String authority) {
    this.authority = authority;
  }

  /** An option without a value. */
  CurlLine option(String name) {
    parts.add(name);
    return this;
  }

  /** An option with a value. */
  CurlLine option(String name, String value) {
    parts.add(name + " " + BashQuoting.word(value));
    return this;
  }

  /** Something that is quoted already. */
  CurlLine raw(String quoted) {
    parts.add(quoted);
    return this;
  }

  /** What is sent, and where. */
  CurlLine request(Draft draft) {
    boolean body = draft.body().length > 0;
    if (draft.method().equals("HEAD")) {
      option("-I");
    } else if (!draft.method().equals(body ? "POST" : "GET")) {
      option("-X", draft.method());
    }
    draft.headers().forEach(this::header);
    if (body) {
      body(draft);
    }
    if (authority != null && draft.url().toLowerCase(Locale.ROOT).startsWith("https:")) {
      option("--cacert", authority);
    }
    if (draft.url().matches(".*[\\[\\]{}].*")) {
      // Curl would take these for a pattern of many addresses.
      option("-g");
    }
    parts.add(BashQuoting.word(draft.url()));
    return this;
  }

  private void header(Header header) {
    if (header.value().isEmpty()) {
      // With a colon and nothing after it curl would leave the header out.
      option("-H", header.name() + ";");
    } else {
      option("-H", header.name() + ": " + header.value());
    }
  }

  private void body(Draft draft) {
    boolean typed =
        draft.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("Content-Type"));
    if (!typed) {
      // Else curl would say that it is a form.
      option("-H", "Content-Type:");
    }
    Optional<String> text = text(draft.body());
    if (text.isEmpty()) {
      feed =
          "base64 -d <<< "
              + BashQuoting.word(Base64.getEncoder().encodeToString(draft.body()))
              + " |\n";
      option("--data-binary", "@-");
    } else {
      // After --data-binary an @ at the start would name a file.
      option(text.get().startsWith("@") ? "--data-raw" : "--data-binary", text.get());
    }
  }

  /** The body as text, if a word of the shell can hold it: UTF-8 without a zero. */
  private static Optional<String> text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** The command, an option on each line. */
  String text() {
    return feed + "curl " + String.join(" \\\n  ", parts);
  }
}

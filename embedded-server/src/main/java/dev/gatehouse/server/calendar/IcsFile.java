package dev.gatehouse.server.calendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the outer form of an iCalendar file: which components and properties are in which line. */
final class IcsFile implements VObjectDataListener {
  private static final int DEEPEST = 8;
  private static final String CALENDAR = "VCALENDAR";

  private final List<IcsComponent> calendars = new ArrayList<>();
  private final Deque<IcsComponent> open = new ArrayDeque<>();

  private IcsFile() {}

  /**
   * The calendars in a file.
   *
   * @throws ImportRefused if its form is broken
   */
  static List<IcsComponent> read(byte[] bytes) {
    String text = decoded(bytes).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\uFEFF]", "");
    IcsFile file = new IcsFile();
    try (VObjectReader reader =
        new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
      reader.parse(file);
    } catch (IOException fromMemory) {
      throw new UncheckedIOException(fromMemory);
    }
    @Nullable IcsComponent unfinished = file.open.peek();
    if (unfinished != null) {
      throw unfinished.refused("BEGIN:" + unfinished.name() + " has no END");
    }
    if (file.calendars.isEmpty()) {
      throw new ImportRefused(1, "this is no iCalendar file: it has no BEGIN:VCALENDAR");
    }
    return file.calendars;
  }

  @Override
  public void onComponentBegin(String name, Context context) {
    IcsComponent begun = IcsComponent.begun(name, context.getLineNumber());
    if (open.isEmpty()) {
      if (!begun.is(CALENDAR)) {
        throw begun.refused("BEGIN:VCALENDAR is due here, not BEGIN:" + name);
      }
      calendars.add(begun);
    } else {
      open.element().components().add(begun);
    }
    open.push(begun);
    if (open.size() > DEEPEST) {
      throw begun.refused("components are nested too deeply");
    }
  }

  @Override
  public void onComponentEnd(String name, Context context) {
    IcsComponent ended = open.pop();
    // The reader ends whatever is still open inside of what this line ends.
    String line = context.getUnfoldedLine().strip();
    if (!line.equalsIgnoreCase("END:" + name)) {
      throw new ImportRefused(
          context.getLineNumber(),
          "END:" + ended.name() + " is due here, for line " + ended.line() + ", not " + line);
    }
  }

  @Override
  public void onProperty(VObjectProperty property, Context context) {
    if (open.isEmpty()) {
      throw new ImportRefused(context.getLineNumber(), "this line is outside any calendar");
    }
    open.element()
        .properties()
        .add(new IcsProperty(context.getLineNumber(), property, context.getUnfoldedLine()));
  }

  @Override
  public void onVersion(String value, Context context) {
    if (!value.strip().equals("2.0")) {
      throw new ImportRefused(
          context.getLineNumber(), "this server reads iCalendar 2.0, not " + value);
    }
  }

  @Override
  public void onWarning(
      Warning warning,
      @Nullable VObjectProperty property,
      @Nullable Exception cause,
      Context context) {
    switch (warning) {
      case MALFORMED_LINE ->
          throw new ImportRefused(
              context.getLineNumber(), "this line is no property: it has no colon");
      case UNMATCHED_END, EMPTY_END ->
          throw new ImportRefused(context.getLineNumber(), "this END has no BEGIN");
      case EMPTY_BEGIN ->
          throw new ImportRefused(context.getLineNumber(), "this BEGIN begins nothing");
      default -> {
        // An odd character set or encoding of one property does no harm to the others.
      }
    }
  }

  private static String decoded(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      long before = 0;
      for (int i = 0; i < in.position(); i++) {
        before += bytes[i] == '\n' ? 1 : 0;
      }
      throw new ImportRefused((int) before + 1, "this line is not written in UTF-8");
    }
    return out.flip().toString();
  }
}

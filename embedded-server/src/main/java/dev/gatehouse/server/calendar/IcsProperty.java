package dev.gatehouse.server.calendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A property in an iCalendar file, RFC 5545 §3.5.
 *
 * @param line where it begins, counted from 1
 * @param parsed what it says
 * @param raw how it says it, unfolded
 */
record IcsProperty(int line, VObjectProperty parsed, String raw) {
  private static final Pattern ZONE =
      Pattern.compile(";TZID=(\"[^\"]*\"|[^;:\"]*)", Pattern.CASE_INSENSITIVE);

  boolean is(String name) {
    return name.equalsIgnoreCase(parsed.getName());
  }

  String value() {
    return parsed.getValue().strip();
  }

  /** Its value as text, RFC 5545 §3.3.11. */
  String text() {
    return VObjectPropertyValues.unescape(parsed.getValue());
  }

  @Nullable String parameter(String name) {
    return parsed.getParameters().first(name);
  }

  /** The same with another name for its time zone. */
  IcsProperty inZone(String name) {
    String quoted = name.contains(":") ? "\"" + name + "\"" : name;
    return rewritten(ZONE.matcher(raw).replaceFirst(Matcher.quoteReplacement(";TZID=" + quoted)));
  }

  /** The same without a time zone, which dates do not have (RFC 5545 §3.2.19). */
  IcsProperty withoutZone() {
    return rewritten(ZONE.matcher(raw).replaceFirst(""));
  }

  /** The same as a date, left alone if it is that date already. */
  IcsProperty asDate(String date) {
    boolean already =
        "DATE".equalsIgnoreCase(parameter("VALUE"))
            && parameter("TZID") == null
            && value().equals(date);
    return already ? this : rewritten(parsed.getName() + ";VALUE=DATE:" + date);
  }

  /** The same with another content line. */
  IcsProperty rewritten(String newRaw) {
    return new IcsProperty(line, parsed, newRaw);
  }

  ImportRefused refused(String why) {
    return new ImportRefused(line, why);
  }
}

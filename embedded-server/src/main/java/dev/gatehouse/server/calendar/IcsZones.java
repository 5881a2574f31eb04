package dev.gatehouse.server.calendar;

import biweekly.Biweekly;
import biweekly.io.ICalTimeZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The time zones that an iCalendar file names. Those with a name of the IANA database are taken
 * from there; of others that the file defines, the zone is found whose clocks show the same. So
 * what is stored needs no definitions of its own.
 */
final class IcsZones {
  private static final long FIRST_YEAR = 2020;
  private static final long LAST_YEAR = 2030;

  /** Asked first, since many zones of the world show the same time as one of these. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "UTC",
          "Europe/Berlin",
          "Europe/London",
          "Europe/Helsinki",
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "Asia/Kolkata",
          "Asia/Shanghai",
          "Asia/Tokyo",
          "Australia/Sydney");

  /** Outlook's zones begin in 1601, which is further back than biweekly follows a rule. */
  private static final String LONG_AGO = "^(DTSTART[^:]*:)1[0-8]\\d\\d(?=\\d{4}T)";

  /** Definitions that are looked into: nobody travels that much, and each costs time. */
  private static final int MOST = 20;

  private static final Pattern ONCE_A_YEAR =
      Pattern.compile(
          "FREQ=YEARLY(?!.*BY(HOUR|MINUTE|SECOND|SETPOS|YEARDAY|WEEKNO))(;[A-Z]+=[-+A-Z0-9,]{1,40})*;?"
              + "|(WKST=[A-Z]{2};|INTERVAL=1;|BYMONTH=\\d+;|BYDAY=[-+0-9]+[A-Z]{2};){1,4}FREQ=YEARLY");

  private final IcsComponent calendar;
  private final Map<String, ZoneId> known = new HashMap<>();
  private int definitions;

  IcsZones(IcsComponent calendar) {
    this.calendar = calendar;
  }

  /** The zone of times that name none: that of the whole calendar if it has one, else UTC. */
  ZoneId floating() {
    return calendar
        .first("X-WR-TIMEZONE")
        .flatMap(property -> named(property.value()))
        .orElse(ZoneOffset.UTC);
  }

  /** The zone that a property names. */
  ZoneId zone(String name, IcsProperty property) {
    return known.computeIfAbsent(
        name,
        unknown ->
            named(name)
                .or(() -> defined(name))
                .orElseThrow(
                    () ->
                        property.refused(
                            "the time zone "
                                + name
                                + " is neither known nor defined in the file")));
  }

  /** Some programs put the name of the database or its maker before the name of the zone. */
  private static Optional<ZoneId> named(String name) {
    String[] words = name.split("/", -1);
    return Stream.of(0, words.length - 2, words.length - 3)
        .filter(from -> from >= 0)
        .map(from -> String.join("/", List.of(words).subList(from, words.length)))
        .flatMap(candidate -> id(candidate).stream())
        .findFirst();
  }

  private static Optional<ZoneId> id(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private Optional<ZoneId> defined(String name) {
    if (++definitions > MOST) {
      throw calendar.refused("this calendar uses more than " + MOST + " time zones of its own");
    }
    return calendar
        .inside("VTIMEZONE")
        .filter(zone -> zone.first("TZID").map(id -> id.value().equals(name)).orElse(false))
        .findFirst()
        .map(IcsZones::alike);
  }

  private static ZoneId alike(IcsComponent definition) {
    List<Instant> samples =
        LongStream.range(FIRST_YEAR * 12, LAST_YEAR * 12)
            .mapToObj(
                month ->
                    Instant.parse("%04d-%02d-15T12:00:00Z".formatted(month / 12, month % 12 + 1)))
            .toList();
    List<ZoneOffset> offsets = offsets(definition, samples);
    return Stream.concat(WELL_KNOWN.stream(), places())
        .map(ZoneId::of)
        .filter(
            zone ->
                IntStream.range(0, samples.size())
                    .allMatch(
                        i -> zone.getRules().getOffset(samples.get(i)).equals(offsets.get(i))))
        .findFirst()
        .orElseGet(() -> ZoneId.ofOffset("UTC", offsets.get(0)));
  }

  /** Zones that are named for a place. */
  private static Stream<String> places() {
    return Stream.of(TimeZone.getAvailableIDs())
        .filter(name -> name.contains("/") && !name.startsWith("SystemV/"))
        .sorted();
  }

  private static List<ZoneOffset> offsets(IcsComponent definition, List<Instant> samples) {
    definition.components().stream()
        .flatMap(observance -> observance.all("RRULE"))
        .forEach(IcsZones::check);
    String text =
        Stream.of(
                Stream.of("BEGIN:VCALENDAR", "VERSION:2.0"),
                definition.lines().map(line -> line.replaceFirst(LONG_AGO, "$11970")),
                Stream.of("END:VCALENDAR"))
            .flatMap(all -> all)
            .collect(Collectors.joining("\r\n"));
    try {
      ICalTimeZone clock =
          new ICalTimeZone(
              Biweekly.parse(text).first().getTimezoneInfo().getComponents().iterator().next());
      return samples.stream()
          .map(at -> ZoneOffset.ofTotalSeconds(clock.getOffset(at.toEpochMilli()) / 1000))
          .toList();
    } catch (RuntimeException | AssertionError meaningless) {
      // The library has its own ways to say that a definition has gaps or makes no sense.
      throw definition.refused("this time zone cannot be understood");
    }
  }

  /** Refuses what would keep the library busy for long. */
  private static void check(IcsProperty rule) {
    if (!ONCE_A_YEAR.matcher(rule.value()).matches()) {
      throw rule.refused("a time zone can change its offset only once a year by a rule");
    }
    try {
      RecurrenceRule unused = RecurrenceRule.parse(rule.value());
    } catch (InvalidInput refused) {
      throw rule.refused(refused.getMessage());
    }
  }
}

package dev.gatehouse.server.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the times of a VEVENT. */
final class IcsTimes {
  private static final int LONGEST_DAYS = 3_660;

  private final IcsComponent component;
  private final IcsZones zones;

  IcsTimes(IcsComponent component, IcsZones zones) {
    this.component = component;
    this.zones = zones;
  }

  /** From DTSTART to DTEND or for DURATION, or what RFC 5545 §3.6.1 says if it has neither. */
  Span span() {
    IcsProperty start =
        component
            .first("DTSTART")
            .orElseThrow(() -> component.refused("this event has no DTSTART"));
    Optional<IcsProperty> end = component.first("DTEND").filter(p -> !p.value().isEmpty());
    Span span = isDate(start) ? days(start, end) : times(start, end);
    if (span.length().toDays() > LONGEST_DAYS) {
      throw end.orElse(start).refused("this event lasts longer than ten years");
    }
    return span;
  }

  /** The beginnings in RDATE or EXDATE. */
  Set<Instant> dates(String name, Span span) {
    Set<Instant> dates = new LinkedHashSet<>();
    component
        .all(name)
        .forEach(
            property -> {
              for (String value : property.value().split(",")) {
                if (!value.isBlank()) {
                  dates.add(beginning(property, value.strip().split("/", 2)[0], span));
                }
              }
              if (dates.size() > Limits.DATES) {
                throw property.refused(
                    "this event has more than " + Limits.DATES + " dates in " + name);
              }
            });
    return dates;
  }

  /** Which occurrence it replaces, if it has a RECURRENCE-ID. */
  Optional<Instant> replaces(Span span) {
    return component
        .first("RECURRENCE-ID")
        .filter(property -> !property.value().isEmpty())
        .map(property -> beginning(property, property.value(), span));
  }

  /**
   * The component with its time zones by the names under which they are known here, and with a
   * beginning and an end of the same kind (RFC 5545 §3.8.2.2), which many a program mixes up.
   */
  IcsComponent mended(Span span) {
    return new IcsComponent(
        component.name(),
        component.line(),
        component.properties().stream().map(property -> mended(property, span)).toList(),
        component.components());
  }

  private IcsProperty mended(IcsProperty property, Span span) {
    if (property.is("DTSTART") && span.allDay()) {
      return property.asDate(IcsTime.text(IcsTime.dayOf(span.start())));
    }
    if (property.is("DTEND") && span.allDay()) {
      return property.asDate(IcsTime.text(IcsTime.dayOf(span.end())));
    }
    if (property.is("DTEND") && isDate(property)) {
      return property.rewritten("DTEND:" + IcsTime.text(span.end()));
    }
    @Nullable String name = property.parameter("TZID");
    if (name == null) {
      return property;
    }
    if (isDate(property) || "DATE".equalsIgnoreCase(property.parameter("VALUE"))) {
      return property.withoutZone();
    }
    String known = IcsTime.name(zones.zone(name, property));
    return known.equals(name) ? property : property.inZone(known);
  }

  private Span days(IcsProperty start, Optional<IcsProperty> end) {
    LocalDate first = date(start, start.value());
    LocalDate afterLast =
        end.map(property -> date(property, dayOf(property.value())))
            .orElseGet(() -> first.plusDays(Math.max(1, duration().toDays())));
    if (afterLast.isBefore(first)) {
      throw end.orElse(start).refused("this event ends before it begins");
    }
    // Some programs name the last day rather than the one after it.
    return afterLast.equals(first) ? Span.days(first) : Span.days(first, afterLast);
  }

  private Span times(IcsProperty start, Optional<IcsProperty> end) {
    Instant from = instant(start, start.value());
    Instant to =
        end.map(property -> instant(property, property.value()))
            .orElseGet(() -> from.plus(duration()));
    if (to.isBefore(from)) {
      throw end.orElse(start).refused("this event ends before it begins");
    }
    return new Span(from, to, false, zone(start, start.value()));
  }

  private Duration duration() {
    Optional<IcsProperty> property = component.first("DURATION");
    if (property.isEmpty()) {
      return Duration.ZERO;
    }
    try {
      Duration duration =
          Duration.ofMillis(biweekly.util.Duration.parse(property.get().value()).toMillis());
      if (duration.isNegative() || duration.toDays() > LONGEST_DAYS) {
        throw property.get().refused("this DURATION is negative or longer than ten years");
      }
      return duration;
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw property.get().refused("this is no DURATION: " + property.get().value());
    }
  }

  /** A beginning of an occurrence of an event that takes place at this time of day. */
  private Instant beginning(IcsProperty property, String value, Span span) {
    if (span.allDay()) {
      return Span.midnight(date(property, dayOf(value)));
    }
    if (value.length() == IcsTime.DATE_LENGTH) {
      return date(property, value)
          .atTime(span.localStart().toLocalTime())
          .atZone(span.zone())
          .toInstant();
    }
    return instant(property, value);
  }

  private Instant instant(IcsProperty property, String value) {
    if (value.length() == IcsTime.DATE_LENGTH) {
      return date(property, value).atStartOfDay(zone(property, value)).toInstant();
    }
    try {
      Instant instant = IcsTime.dateTime(value).atZone(zone(property, value)).toInstant();
      return Span.inRange(property.parsed().getName(), instant);
    } catch (DateTimeException wrong) {
      throw property.refused("this is no time: " + value);
    } catch (InvalidInput outOfRange) {
      throw property.refused(outOfRange.getMessage());
    }
  }

  private LocalDate date(IcsProperty property, String value) {
    try {
      LocalDate date = IcsTime.date(value);
      Span.inRange(property.parsed().getName(), Span.midnight(date));
      return date;
    } catch (DateTimeException wrong) {
      throw property.refused("this is no date: " + value);
    } catch (InvalidInput outOfRange) {
      throw property.refused(outOfRange.getMessage());
    }
  }

  private ZoneId zone(IcsProperty property, String value) {
    if (IcsTime.isUtc(value)) {
      return ZoneOffset.UTC;
    }
    @Nullable String name = property.parameter("TZID");
    return name == null ? zones.floating() : zones.zone(name, property);
  }

  private static String dayOf(String value) {
    return value.length() > IcsTime.DATE_LENGTH ? value.substring(0, IcsTime.DATE_LENGTH) : value;
  }

  private static boolean isDate(IcsProperty property) {
    return property.value().length() == IcsTime.DATE_LENGTH;
  }
}

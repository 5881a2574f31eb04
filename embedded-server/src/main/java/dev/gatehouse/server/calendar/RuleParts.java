package dev.gatehouse.server.calendar;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a rule of recurrence, each in its range.
 *
 * @param values by their names in RFC 5545 §3.3.10
 */
record RuleParts(Map<String, String> values) {
  private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
  private static final int COUNT = 10_000;
  private static final int INTERVAL = 10_000;

  /** As often as every five minutes in a day: nobody needs more, and a year of it has to fit. */
  private static final int TIMES_A_DAY = 288;

  private static final Map<String, Duration> SHORT_STEPS =
      Map.of(
          "SECONDLY", Duration.ofSeconds(1),
          "MINUTELY", Duration.ofMinutes(1),
          "HOURLY", Duration.ofHours(1));

  private static final Map<String, Predicate<String>> FORMS =
      Map.ofEntries(
          Map.entry("FREQ", matching("SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY")),
          Map.entry("UNTIL", matching("\\d{8}(T\\d{6}Z?)?")),
          Map.entry("COUNT", number(1, COUNT)),
          Map.entry("INTERVAL", number(1, INTERVAL)),
          Map.entry("WKST", matching(DAY)),
          Map.entry("BYDAY", eachOf(matching("([+-]?([1-9]|[1-4]\\d|5[0-3]))?" + DAY))),
          Map.entry("BYMONTH", eachOf(number(1, 12))),
          Map.entry("BYMONTHDAY", eachOf(eitherSign(31))),
          Map.entry("BYYEARDAY", eachOf(eitherSign(366))),
          Map.entry("BYWEEKNO", eachOf(eitherSign(53))),
          Map.entry("BYSETPOS", eachOf(eitherSign(366))),
          Map.entry("BYHOUR", eachOf(number(0, 23))),
          Map.entry("BYMINUTE", eachOf(number(0, 59))),
          Map.entry("BYSECOND", eachOf(number(0, 59))));

  static RuleParts of(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      String[] pair = part.split("=", 2);
      @Nullable Predicate<String> form = FORMS.get(pair[0]);
      if (form == null || pair.length < 2) {
        throw refused("has an unknown part: " + part);
      }
      if (!form.test(pair[1])) {
        throw refused("has a value out of range: " + part);
      }
      if (values.put(pair[0], pair[1]) != null) {
        throw refused("has " + pair[0] + " twice");
      }
    }
    RuleParts parts = new RuleParts(values);
    parts.check();
    return parts;
  }

  static InvalidInput refused(String why) {
    return new InvalidInput("recurrence", "recurrence " + why);
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  @Nullable Integer number(String name) {
    @Nullable String value = values.get(name);
    return value == null ? null : Integer.valueOf(value);
  }

  /** The time from one occurrence to the next, if it is less than a day and always the same. */
  Optional<Duration> plainStep() {
    boolean limited = values.keySet().stream().anyMatch(name -> name.startsWith("BY"));
    @Nullable Integer interval = number("INTERVAL");
    return limited
        ? Optional.empty()
        : shortStep().map(step -> step.multipliedBy(interval == null ? 1 : interval));
  }

  /**
   * The same without an end, as a rule for whole days: whatever recurs within a day does so at
   * certain times of it.
   */
  String endless() {
    Map<String, String> parts = new LinkedHashMap<>(values);
    parts.remove("COUNT");
    parts.remove("UNTIL");
    if (shortStep().isPresent()) {
      timesOfDay().forEach((name, most) -> parts.putIfAbsent(name, allBelow(most)));
      parts.put("FREQ", "DAILY");
    }
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }

  /** What is meant by every hour, minute or second, where that is what recurs. */
  private Map<String, Integer> timesOfDay() {
    return switch (values.getOrDefault("FREQ", "")) {
      case "HOURLY" -> Map.of("BYHOUR", 24);
      case "MINUTELY" -> Map.of("BYHOUR", 24, "BYMINUTE", 60);
      case "SECONDLY" -> Map.of("BYHOUR", 24, "BYMINUTE", 60, "BYSECOND", 60);
      default -> Map.of();
    };
  }

  private static String allBelow(int most) {
    return IntStream.range(0, most).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private Optional<Duration> shortStep() {
    return Optional.ofNullable(SHORT_STEPS.get(values.getOrDefault("FREQ", "")));
  }

  private void check() {
    if (!values.containsKey("FREQ")) {
      throw refused("must have a FREQ");
    }
    @Nullable Integer interval = number("INTERVAL");
    if (shortStep().isPresent()
        && plainStep().isEmpty()
        && ((interval != null && interval > 1) || values.containsKey("BYSETPOS"))) {
      throw refused("must not have both BY… and INTERVAL or BYSETPOS if it recurs within a day");
    }
    boolean plain = plainStep().isPresent();
    if (!plain && size("BYHOUR") * size("BYMINUTE") * size("BYSECOND") > TIMES_A_DAY) {
      throw refused("would yield more than " + TIMES_A_DAY + " occurrences a day");
    }
  }

  private int size(String name) {
    @Nullable String value = values.get(name);
    return value == null ? timesOfDay().getOrDefault(name, 1) : value.split(",").length;
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  private static Predicate<String> number(int least, int most) {
    return text ->
        text.matches("\\d{1,6}")
            && Integer.parseInt(text) >= least
            && Integer.parseInt(text) <= most;
  }

  private static Predicate<String> eitherSign(int most) {
    Predicate<String> positive = number(1, most);
    return text -> positive.test(text.replaceFirst("^[+-]", ""));
  }

  private static Predicate<String> eachOf(Predicate<String> form) {
    return list -> Arrays.stream(list.split(",", -1)).allMatch(form);
  }
}

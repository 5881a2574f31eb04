package dev.gatehouse.desktop.lesson;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Vote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of an exchange record, written as in {@code authentication.checks[jwt.exp].outcome}.
 *
 * @param text the field as written
 * @param key what stands in its brackets; empty if there are none
 * @param subject what the brackets name, or null
 * @param reader reads the field
 */
public record ExchangeField(
    String text,
    String key,
    Names.@Nullable Kind subject,
    Function<ExchangeRecord, Optional<String>> reader) {
  private static final Pattern INDEXED =
      Pattern.compile("([a-z.]+)\\[([^\\[\\]]+)](?:\\.([a-z]+))?");

  /** The field of this name, or empty if a record can have no such field. */
  public static Optional<ExchangeField> parse(String text) {
    Matcher indexed = INDEXED.matcher(text);
    if (indexed.matches()) {
      String property = indexed.group(3) == null ? "" : indexed.group(3);
      return indexed(text, indexed.group(1), indexed.group(2), property);
    }
    return Optional.ofNullable(plainReader(text))
        .map(reader -> new ExchangeField(text, "", null, reader));
  }

  /** Its value in this exchange, as the text of the record's JSON; empty if it has none there. */
  public Optional<String> in(ExchangeRecord exchange) {
    return reader.apply(exchange);
  }

  /** The field in words, for feedback. */
  public String words() {
    if (subject != null) {
      return "the " + subject.words() + " " + key;
    }
    return switch (text) {
      case "response.status" -> "the status";
      case "request.method" -> "the method";
      case "request.target" -> "the path";
      case "authentication.type" -> "the type of credential";
      case "authentication.outcome" -> "the outcome of authentication";
      case "authentication.principal.id" -> "the person you were taken for";
      case "authorization.outcome" -> "the outcome of authorization";
      default -> text;
    };
  }

  private static @Nullable Function<ExchangeRecord, Optional<String>> plainReader(String text) {
    return switch (text) {
      case "request.method" -> e -> Optional.of(e.request().method());
      case "request.target" -> e -> Optional.of(e.request().target());
      case "request.version" -> e -> Optional.of(e.request().version());
      case "authentication.type" -> e -> Optional.of(e.authentication().type());
      case "authentication.scheme" -> e -> Optional.ofNullable(e.authentication().scheme());
      case "authentication.outcome" -> e -> Optional.of(e.authentication().result().text());
      case "authentication.principal.id" -> e -> principal(e).map(Principal::id);
      case "authentication.principal.roles" -> e -> principal(e).map(p -> joined(p.roles()));
      case "authentication.principal.scopes" -> e -> principal(e).map(p -> joined(p.scopes()));
      case "authorization.action" -> e -> Optional.of(e.authorization().action());
      case "authorization.resource" -> e -> Optional.of(e.authorization().resource());
      case "authorization.outcome" -> e -> Optional.of(e.authorization().result().text());
      case "response.status" -> e -> Optional.of(Integer.toString(e.response().status()));
      default -> null;
    };
  }

  private static Optional<ExchangeField> indexed(
      String text, String list, String key, String property) {
    return switch (list) {
      case "request.headers" -> header(text, key, property, e -> e.request().headers());
      case "response.headers" -> header(text, key, property, e -> e.response().headers());
      case "authentication.checks" ->
          Optional.ofNullable(checkReader(key, property))
              .map(reader -> new ExchangeField(text, key, Names.Kind.CHECK, reader));
      case "authorization.rules" ->
          Optional.ofNullable(ruleReader(key, property))
              .map(reader -> new ExchangeField(text, key, Names.Kind.RULE, reader));
      default -> Optional.empty();
    };
  }

  private static Optional<ExchangeField> header(
      String text, String name, String property, Function<ExchangeRecord, List<Header>> headers) {
    if (!property.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExchangeField(
            text,
            name,
            null,
            e -> {
              List<String> values =
                  headers.apply(e).stream()
                      .filter(h -> h.name().equalsIgnoreCase(name))
                      .map(Header::value)
                      .toList();
              return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
            }));
  }

  private static @Nullable Function<ExchangeRecord, Optional<String>> checkReader(
      String id, String property) {
    Function<ExchangeRecord, Stream<CheckResult>> checks =
        e -> e.authentication().checks().stream().filter(c -> c.id().equals(id));
    return switch (property) {
      case "outcome" -> e -> checks.apply(e).findFirst().map(c -> c.outcome().text());
      case "expected" -> e -> checks.apply(e).findFirst().map(CheckResult::expected);
      case "actual" -> e -> checks.apply(e).findFirst().map(CheckResult::actual);
      case "weakness" ->
          e -> checks.apply(e).findFirst().flatMap(c -> Optional.ofNullable(c.weakness()));
      default -> null;
    };
  }

  private static @Nullable Function<ExchangeRecord, Optional<String>> ruleReader(
      String id, String property) {
    Function<ExchangeRecord, Stream<Vote>> votes =
        e -> e.authorization().votes().stream().filter(v -> v.id().equals(id));
    return switch (property) {
      case "outcome" -> e -> votes.apply(e).findFirst().map(v -> v.choice().text());
      case "reason" -> e -> votes.apply(e).findFirst().map(Vote::reason);
      default -> null;
    };
  }

  private static Optional<Principal> principal(ExchangeRecord exchange) {
    return exchange.authentication().principal();
  }

  private static String joined(Set<String> words) {
    return String.join(" ", words.stream().sorted().toList());
  }
}

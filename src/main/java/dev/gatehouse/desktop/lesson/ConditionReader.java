package dev.gatehouse.desktop.lesson;

import dev.gatehouse.desktop.lesson.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions and the sentences that quote fields, and checks that those fields can exist. */
final class ConditionReader {
  private final Names names;

  ConditionReader(Names names) {
    this.names = names;
  }

  /** Every condition of a mapping whose keys are fields. */
  List<Condition> read(YamlMap map) {
    List<Condition> conditions = new ArrayList<>();
    for (String key : map.keys()) {
      field(map, key, key)
          .ifPresent(field -> condition(map, key, field).ifPresent(conditions::add));
    }
    return conditions;
  }

  /** A sentence of this key, its placeholders checked; empty and noted if it is not there. */
  String sentence(YamlMap map, String key) {
    String text = map.text(key);
    for (String placeholder : Template.placeholders(text)) {
      if (!placeholder.equals(Template.STOPPED_BY) && !placeholder.equals(Template.WHY)) {
        field(map, key, placeholder);
      }
    }
    return text;
  }

  private Optional<ExchangeField> field(YamlMap map, String key, String text) {
    Optional<ExchangeField> field = ExchangeField.parse(text);
    if (field.isEmpty()) {
      map.problem(key, "an exchange record has no field \"" + text + "\"");
      return field;
    }
    Names.Kind subject = field.get().subject();
    if (subject != null && !names.knows(subject, field.get().key())) {
      map.problem(key, "unknown " + subject.words() + " \"" + field.get().key() + "\"");
    }
    return field;
  }

  private static Optional<Condition> condition(YamlMap map, String key, ExchangeField field) {
    if (!map.isMap(key)) {
      return condition(map, key, field, Test.IS, map.texts(key));
    }
    YamlMap test = map.map(key).only("not", "contains", "present");
    if (test.has("not")) {
      return condition(map, key, field, Test.NOT, test.texts("not"));
    }
    if (test.has("contains")) {
      return condition(map, key, field, Test.CONTAINS, test.texts("contains"));
    }
    if (test.required("present")) {
      return Optional.of(
          new Condition(field, test.flag("present") ? Test.PRESENT : Test.ABSENT, List.of()));
    }
    return Optional.empty();
  }

  private static Optional<Condition> condition(
      YamlMap map, String key, ExchangeField field, Test test, List<String> values) {
    if (values.isEmpty()) {
      map.problem(key, "\"" + key + "\" is compared with nothing");
      return Optional.empty();
    }
    for (String value : values) {
      possible(field)
          .filter(all -> test != Test.CONTAINS && !all.contains(value))
          .ifPresent(
              all ->
                  map.problem(
                      key,
                      field.text()
                          + " is never \""
                          + value
                          + "\"; it is one of "
                          + String.join(", ", all)));
    }
    return Optional.of(new Condition(field, test, values));
  }

  /** The words such a field can hold, where there are few. */
  private static Optional<List<String>> possible(ExchangeField field) {
    String text = field.text();
    if (text.equals("authentication.outcome")) {
      return Optional.of(List.of("authenticated", "rejected", "anonymous"));
    }
    if (text.equals("authorization.outcome")) {
      return Optional.of(List.of("permitted", "denied", "not-reached"));
    }
    if (text.endsWith("].outcome")) {
      return Optional.of(
          field.subject() == Names.Kind.CHECK
              ? List.of("passed", "failed", "skipped", "not-reached")
              : List.of("permit", "deny", "abstain"));
    }
    return Optional.empty();
  }
}

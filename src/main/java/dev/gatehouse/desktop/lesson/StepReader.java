package dev.gatehouse.desktop.lesson;

import dev.gatehouse.server.trace.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests: the start of a task and the steps of its solution. */
final class StepReader {
  /** The keys of a request. */
  private static final List<String> KEYS =
      List.of("method", "path", "person", "credential", "fields", "headers", "body", "token");

  /** Stands in a solution for the request just as it is put in front of the student. */
  static final String AS_IT_IS = "as-it-is";

  private final Names names;

  StepReader(Names names) {
    this.names = names;
  }

  /** The request of a task's start, in which the call and the credential must stand. */
  RequestStep start(YamlMap map) {
    map.only(
        "weaknesses",
        "method",
        "path",
        "person",
        "credential",
        "fields",
        "headers",
        "body",
        "token");
    map.required("method");
    map.required("path");
    map.required("credential");
    return checked(map, step(map));
  }

  /** A step of a solution; what it leaves out is as in {@code start}. */
  RequestStep solution(YamlMap map, RequestStep start) {
    map.only(KEYS.toArray(new String[0]));
    return checked(map, step(map).over(start));
  }

  private RequestStep step(YamlMap map) {
    @Nullable String person = map.optionalText("person").orElse(null);
    @Nullable String credential = map.optionalText("credential").orElse(null);
    check(map, "person", Names.Kind.PERSON, person);
    check(map, "credential", Names.Kind.CREDENTIAL, credential);
    YamlMap fields = map.map("fields");
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields.keys()) {
      values.put(field, fields.text(field));
    }
    YamlMap headers = map.map("headers");
    return new RequestStep(
        map.optionalText("method").orElse(null),
        map.optionalText("path").orElse(null),
        person,
        credential,
        values,
        headers.keys().stream().map(name -> new Header(name, headers.text(name))).toList(),
        map.optionalText("body").orElse(null),
        map.has("token") ? token(map.map("token")) : null);
  }

  private static TokenEdit token(YamlMap map) {
    map.only("header", "claims", "signature");
    String word = map.text("signature");
    Optional<TokenEdit.Signature> signature =
        switch (word) {
          case "keep" -> Optional.of(TokenEdit.Signature.KEEP);
          case "again" -> Optional.of(TokenEdit.Signature.AGAIN);
          case "empty" -> Optional.of(TokenEdit.Signature.EMPTY);
          default -> Optional.empty();
        };
    if (signature.isEmpty()) {
      map.problem("signature", "\"signature\" must be keep, again or empty");
    }
    return new TokenEdit(
        values(map.map("header")),
        values(map.map("claims")),
        signature.orElse(TokenEdit.Signature.KEEP));
  }

  private static Map<String, @Nullable Object> values(YamlMap map) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.keys().forEach(key -> values.put(key, map.json(key)));
    return values;
  }

  private void check(YamlMap map, String key, Names.Kind kind, @Nullable String name) {
    if (name != null && !names.knows(kind, name)) {
      map.problem(key, "unknown " + kind.words() + " \"" + name + "\"");
    }
  }

  /** The step, after checking what can be judged only when it is complete. */
  private RequestStep checked(YamlMap map, RequestStep step) {
    if (step.method() != null && step.path() != null) {
      check(
          map,
          map.has("path") ? "path" : "method",
          Names.Kind.CALL,
          step.method() + " " + step.path());
    }
    if (step.person() == null && step.credential() != null && !step.credential().equals("none")) {
      map.problem("credential", "whose credential? \"person\" is missing");
    }
    YamlMap fields = map.map("fields");
    fields
        .keys()
        .forEach(
            field ->
                check(fields, field, Names.Kind.CREDENTIAL_FIELD, step.credential() + "." + field));
    return step;
  }
}

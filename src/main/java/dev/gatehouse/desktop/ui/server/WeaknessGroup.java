package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.Catalogue.Item;
import dev.gatehouse.server.Catalogue.Scheme;
import dev.gatehouse.server.Catalogue.Switch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The weaknesses of one type of credential.
 *
 * @param title for people to read
 * @param rows its weaknesses
 */
record WeaknessGroup(String title, List<Row> rows) {
  /** Where a check is shared by several types of credential. */
  static final String EVERY_REQUEST = "Every credential";

  /** Where a rule of the policy is taken away. */
  static final String AUTHORIZATION = "Authorization";

  WeaknessGroup {
    rows = List.copyOf(rows);
  }

  /**
   * A weakness with what it takes away.
   *
   * @param name for example {@code accept-alg-none}
   * @param removes the check's or rule's identifier
   * @param question what that check or rule asks
   * @param summary what a server with the weakness does
   */
  record Row(String name, String removes, String question, String summary) {
    boolean matches(String text, String title) {
      String line =
          String.join(" ", name, removes, question, summary, title).toLowerCase(Locale.ROOT);
      return List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
          .allMatch(line::contains);
    }
  }

  /**
   * All weaknesses in which, or in whose title, every word of a text occurs, by the type whose
   * check they take away.
   *
   * @param label makes a title of a type, for example of {@code basic}
   */
  static List<WeaknessGroup> of(Catalogue catalogue, String text, UnaryOperator<String> label) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Scheme scheme : catalogue.schemes()) {
      groups.putIfAbsent(label.apply(scheme.type()), new ArrayList<>());
    }
    groups.put(EVERY_REQUEST, new ArrayList<>());
    groups.put(AUTHORIZATION, new ArrayList<>());
    for (Switch weakness : catalogue.weaknesses()) {
      Row row = row(catalogue, weakness);
      String title = group(catalogue, weakness, label);
      if (row.matches(text, title)) {
        groups.computeIfAbsent(title, absent -> new ArrayList<>()).add(row);
      }
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> new WeaknessGroup(group.getKey(), group.getValue()))
        .toList();
  }

  private static String group(Catalogue catalogue, Switch weakness, UnaryOperator<String> label) {
    List<String> having =
        catalogue.schemes().stream()
            .filter(scheme -> has(scheme.checks(), weakness))
            .map(scheme -> label.apply(scheme.type()))
            .distinct()
            .toList();
    // A check of one type may be asked by others too, as that of a session is before a code.
    String own = label.apply(weakness.removes().split("\\.", 2)[0]);
    if (having.contains(own)) {
      return own;
    }
    if (having.size() == 1) {
      return having.get(0);
    }
    return having.isEmpty() && has(catalogue.rules(), weakness) ? AUTHORIZATION : EVERY_REQUEST;
  }

  private static boolean has(List<Item> items, Switch weakness) {
    return items.stream().anyMatch(item -> item.id().equals(weakness.removes()));
  }

  private static Row row(Catalogue catalogue, Switch weakness) {
    List<Item> items = new ArrayList<>(catalogue.rules());
    catalogue.schemes().forEach(scheme -> items.addAll(scheme.checks()));
    String question =
        items.stream()
            .filter(item -> item.id().equals(weakness.removes()))
            .map(Item::question)
            .findFirst()
            .orElse("");
    return new Row(weakness.name(), weakness.removes(), question, weakness.summary());
  }
}

package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.ui.shell.Navigator;
import dev.gatehouse.desktop.ui.shell.Subject;
import java.util.function.Consumer;

/** Follows the links of a lesson: to the web, or to a place in the program. */
final class Links {
  private final Navigator navigator;
  private final Consumer<String> browser;

  Links(Navigator navigator, Consumer<String> browser) {
    this.navigator = navigator;
    this.browser = browser;
  }

  /** Follows one, for example {@code attack:jwt-tampered}. */
  void follow(String target) {
    int colon = target.indexOf(':');
    String kind = colon < 0 ? "" : target.substring(0, colon);
    String name = target.substring(colon + 1);
    switch (kind) {
      case "attack" -> navigator.open(new Subject.Attack(name));
      case "weakness" -> navigator.open(new Subject.Weakness(name));
      case "check", "rule" -> navigator.open(new Subject.Step(name));
      default -> browser.accept(target);
    }
  }
}

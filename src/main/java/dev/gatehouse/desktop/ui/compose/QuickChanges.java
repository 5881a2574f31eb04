package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.server.DemoPerson;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The changes that students make most, to be clicked rather than typed. The signature stays. */
final class QuickChanges extends HBox {
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;
  private static final List<String> ALGORITHMS = List.of("HS256", "RS256", "ES256", "PS256");

  private final JwtModel token;

  QuickChanges(JwtModel token, ObjectProperty<ServerFacts> facts) {
    this.token = token;
    getStyleClass().addAll("quick-changes", Styles.GAP_HALF);
    Label word = new Label("Set");
    word.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    word.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(word, subject(facts), expiry(), algorithm(), audience(), scope());
  }

  private MenuButton subject(ObjectProperty<ServerFacts> facts) {
    MenuButton menu = menu("sub", "Whom the token is about");
    menu.setOnShowing(
        event ->
            menu.getItems()
                .setAll(
                    facts.get().people().stream()
                        .map(DemoPerson::id)
                        .map(id -> item(id, () -> token.claim("sub", id)))
                        .toList()));
    menu.getItems().add(item("", () -> {}));
    return menu;
  }

  private MenuButton expiry() {
    MenuButton menu = menu("exp", "Until when it is good");
    menu.getItems()
        .addAll(
            item("in an hour", () -> token.expiresIn(HOUR)),
            item("in ten years", () -> token.expiresIn(3_650 * DAY)),
            item("a minute ago", () -> token.expiresIn(-60)),
            item("three days ago", () -> token.expiresIn(-3 * DAY)),
            item("never (taken out)", () -> token.claim("exp", null)));
    return menu;
  }

  private MenuButton algorithm() {
    MenuButton menu = menu("alg", "How it says that it was signed");
    menu.getItems().add(item("none, and no signature", token::unsign));
    for (String name : ALGORITHMS) {
      menu.getItems().add(item(name, () -> token.parameter("alg", name)));
    }
    return menu;
  }

  private MenuButton audience() {
    MenuButton menu = menu("aud", "Which API it is meant for");
    menu.getItems()
        .addAll(
            item("calendar-api", () -> token.claim("aud", "calendar-api")),
            item("photos-api, another one", () -> token.claim("aud", "photos-api")),
            item("none (taken out)", () -> token.claim("aud", null)));
    return menu;
  }

  private MenuButton scope() {
    MenuButton menu = menu("scope", "What its bearer may do");
    menu.getItems()
        .addAll(
            item("events:read", () -> token.claim("scope", "events:read")),
            item(
                "events:read events:write", () -> token.claim("scope", "events:read events:write")),
            item("none (taken out)", () -> token.claim("scope", null)));
    return menu;
  }

  private static MenuButton menu(String claim, String help) {
    MenuButton menu = new MenuButton(claim);
    menu.getStyleClass().addAll(Styles.BARE, Styles.SMALL, Styles.CODE);
    menu.setId("set-" + claim);
    menu.setAccessibleText("Set " + claim + ": " + help);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> action.run());
    return item;
  }
}

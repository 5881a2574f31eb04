package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The theme and the size of text; changes show at once and are kept. */
final class SettingsSheet extends VBox {
  private static final double ZOOM_STEP = 10;
  private static final Map<ThemeChoice, String> NAMES =
      Map.of(
          ThemeChoice.SYSTEM, "As the system has it",
          ThemeChoice.LIGHT, "Light",
          ThemeChoice.DARK, "Dark");

  private final HBox themes = new HBox();

  /**
   * A sheet.
   *
   * @param close closes it
   */
  SettingsSheet(Theme theme, Runnable close) {
    getStyleClass().add("sheet");
    setAccessibleText("Settings");
    Label heading = new Label("Settings");
    heading.getStyleClass().add(Styles.HEADING);
    Button done = new Button("Done");
    done.getStyleClass().add(Styles.PRIMARY);
    done.setDefaultButton(true);
    done.setOnAction(event -> close.run());
    getChildren()
        .addAll(
            heading,
            new SectionTitle("Theme"),
            themes(theme),
            new SectionTitle("Size of text"),
            size(theme),
            done);
  }

  /** What gets the focus: the theme that is chosen. */
  Node first() {
    return themes.getChildren().stream()
        .filter(button -> ((RadioButton) button).isSelected())
        .findFirst()
        .orElse(themes);
  }

  private Node themes(Theme theme) {
    ToggleGroup group = new ToggleGroup();
    themes.getStyleClass().add(Styles.GAP_DOUBLE);
    for (ThemeChoice choice :
        new ThemeChoice[] {ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      RadioButton button = new RadioButton(NAMES.get(choice));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(theme.choice().get() == choice);
      button.setOnAction(event -> theme.choice().set(choice));
      themes.getChildren().add(button);
    }
    return themes;
  }

  private static Node size(Theme theme) {
    Slider slider = new Slider(Settings.MINIMUM_ZOOM, Settings.MAXIMUM_ZOOM, theme.zoom().get());
    slider.setBlockIncrement(ZOOM_STEP);
    slider.setAccessibleText("Size of text in percent");
    HBox.setHgrow(slider, Priority.ALWAYS);
    // While the thumb is dragged, the slider would move under the mouse if the text grew with it.
    slider
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (!slider.isValueChanging()) {
                theme.zoom().set(now.intValue());
              }
            });
    slider
        .valueChangingProperty()
        .addListener(
            (observable, before, now) -> {
              if (!now) {
                theme.zoom().set((int) slider.getValue());
              }
            });
    Label percent = new Label();
    percent.setMinWidth(Region.USE_PREF_SIZE);
    percent
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Math.round(slider.getValue()) + " %", slider.valueProperty()));
    HBox line = new HBox(slider, percent);
    line.getStyleClass().add(Styles.GAP_DOUBLE);
    return line;
  }
}

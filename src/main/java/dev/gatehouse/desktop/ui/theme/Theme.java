package dev.gatehouse.desktop.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/**
 * How the program looks: light or dark, and how large. Changes show at once in every scene that was
 * adorned, popups included. Belongs to the JavaFX thread.
 */
public final class Theme {
  private static final double BODY_PIXELS = 14;
  private static final List<Integer> STEPS =
      List.of(80, 90, 100, 110, 125, 150, 175, 200, 225, Settings.MAXIMUM_ZOOM);
  private static final int NORMAL = 100;
  private static final double FOR_AN_AUDIENCE = 1.4;

  private final ObjectProperty<ThemeChoice> choice;
  private final IntegerProperty zoom;
  private final BooleanProperty platformIsDark = new SimpleBooleanProperty(false);
  private final BooleanBinding dark;
  private final BooleanProperty presenting = new SimpleBooleanProperty(false);
  private final BooleanProperty revealed = new SimpleBooleanProperty(false);
  private final BooleanBinding veiled = presenting.and(revealed.not());
  private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(BODY_PIXELS);
  private final ObservableList<String> sheets = FXCollections.observableArrayList();

  /** Loads the fonts and shows what the settings ask for. */
  public Theme(Settings settings) {
    Fonts.load();
    choice = new SimpleObjectProperty<>(settings.theme());
    zoom = new SimpleIntegerProperty(settings.zoom());
    dark =
        Bindings.createBooleanBinding(
            () -> choice.get() == ThemeChoice.DARK || followsDarkPlatform(),
            choice,
            platformIsDark);
    dark.addListener((observable, before, now) -> apply());
    zoom.addListener((observable, before, now) -> apply());
    presenting.addListener(
        (observable, before, now) -> {
          revealed.set(false);
          apply();
        });
    apply();
  }

  /** Dresses a scene, and keeps it dressed. */
  public void adorn(Scene scene) {
    Bindings.bindContent(scene.getStylesheets(), sheets);
  }

  /** Light, dark, or as the platform has it. */
  public ObjectProperty<ThemeChoice> choice() {
    return choice;
  }

  /** Whether the platform is dark; whoever finds out sets it. */
  public BooleanProperty platformIsDark() {
    return platformIsDark;
  }

  /** Whether the dark theme shows. */
  public ObservableBooleanValue dark() {
    return dark;
  }

  /** The size of text in percent. */
  public IntegerProperty zoom() {
    return zoom;
  }

  /** The size of body text in pixels, as it shows: what 1em is at the root. */
  public ReadOnlyDoubleProperty em() {
    return em.getReadOnlyProperty();
  }

  /** Whether text is enlarged for an audience, on top of the size that the person has set. */
  public BooleanProperty presenting() {
    return presenting;
  }

  /** Whether secrets are hidden from an audience. */
  public ObservableBooleanValue veiled() {
    return veiled;
  }

  /** Shows an audience the secrets, or hides them again. Each presentation begins without them. */
  public void toggleVeil() {
    revealed.set(!revealed.get());
  }

  /** From light to dark and back, whatever the platform has. */
  public void toggle() {
    choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  /** One step larger, up to the largest. */
  public void larger() {
    STEPS.stream().filter(step -> step > zoom.get()).findFirst().ifPresent(zoom::set);
  }

  /** One step smaller, down to the smallest. */
  public void smaller() {
    STEPS.stream()
        .filter(step -> step < zoom.get())
        .reduce((smaller, larger) -> larger)
        .ifPresent(zoom::set);
  }

  /** Back to 100 %. */
  public void normalSize() {
    zoom.set(NORMAL);
  }

  private boolean followsDarkPlatform() {
    return choice.get() == ThemeChoice.SYSTEM && platformIsDark.get();
  }

  private void apply() {
    double wanted = zoom.get() * (presenting.get() ? FOR_AN_AUDIENCE : 1);
    em.set(BODY_PIXELS * Math.min(wanted, Settings.MAXIMUM_ZOOM) / NORMAL);
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheetBSS()
            : new PrimerLight().getUserAgentStylesheetBSS());
    sheets.setAll(
        resource(dark.get() ? "dark.css" : "light.css"), resource("gatehouse.css"), sizeSheet());
  }

  /**
   * Popups copy the sheets of the scene that they belong to, but not the style of its root: only a
   * sheet makes them scale too.
   */
  private String sizeSheet() {
    String css = String.format(Locale.ROOT, ".root { -fx-font-size: %.2fpx; }", em.get());
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}

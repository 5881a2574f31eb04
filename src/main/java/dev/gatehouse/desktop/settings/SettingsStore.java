package dev.gatehouse.desktop.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Keeps the settings in {@code settings.json}; a file that cannot be read is put aside.
 *
 * <p>They are read member by member: the window waits for them, and to find out first how a record
 * is read takes a tenth of the time to it.
 */
public final class SettingsStore {
  private static final String THEME = "theme";
  private static final String ZOOM = "zoom";
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final String MAXIMIZED = "maximized";
  private static final String PAGE = "page";

  private final JsonFile<ObjectNode> file;

  /**
   * A store.
   *
   * @param folder the program's configuration folder; made when first written to
   */
  public SettingsStore(Path folder) {
    this.file = new JsonFile<>(folder.resolve("settings.json"), ObjectNode.class);
  }

  /**
   * Reads the settings; the initial ones if there are none or the file is damaged.
   *
   * @throws IOException if the file is there but cannot be opened or put aside
   */
  public Settings load() throws IOException {
    return file.load().map(SettingsStore::read).orElseGet(Settings::initial);
  }

  /** Writes the settings beside the old ones, then puts them in their place. */
  public void save(Settings settings) throws IOException {
    file.save(
        JsonNodeFactory.instance
            .objectNode()
            .put(THEME, settings.theme().name())
            .put(ZOOM, settings.zoom())
            .put(WIDTH, settings.width())
            .put(HEIGHT, settings.height())
            .put(MAXIMIZED, settings.maximized())
            .put(PAGE, settings.page()));
  }

  /** What is missing, or not as it should be, is as it is initially. */
  private static Settings read(JsonNode written) {
    Settings initial = Settings.initial();
    return new Settings(
        theme(written.path(THEME).asText()),
        written.path(ZOOM).asInt(initial.zoom()),
        written.path(WIDTH).asInt(initial.width()),
        written.path(HEIGHT).asInt(initial.height()),
        written.path(MAXIMIZED).asBoolean(initial.maximized()),
        written.path(PAGE).asText(initial.page()));
  }

  private static ThemeChoice theme(String name) {
    return Arrays.stream(ThemeChoice.values())
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElse(Settings.initial().theme());
  }
}

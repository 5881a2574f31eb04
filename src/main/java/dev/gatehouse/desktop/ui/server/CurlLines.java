package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.export.CurlCommand;
import dev.gatehouse.desktop.export.CurlOptions;
import dev.gatehouse.server.DemoPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person would type to ask for their calendars, with each type of credential. */
final class CurlLines {
  private CurlLines() {}

  /**
   * Commands to paste into a shell, by the name of the type, for every type that curl can present.
   *
   * @param base for example {@code http://127.0.0.1:8085}
   */
  static Map<String, String> of(DemoPerson person, String base) {
    Map<String, String> lines = new LinkedHashMap<>();
    CurlCommand curl = new CurlCommand(CurlOptions.withSecrets());
    Draft call = new Draft("GET", base + "/calendars", List.of(), new byte[0]);
    for (CredentialType type : CredentialTypes.all()) {
      Map<String, String> values = type.valuesFor(person);
      if (!values.isEmpty() && !values.containsValue("")) {
        try {
          lines.put(shortName(type), curl.write(type, values, call));
        } catch (CredentialException notInOneLine) {
          // Then it is not offered: the Explore page can present it.
          continue;
        }
      }
    }
    return lines;
  }

  private static String shortName(CredentialType type) {
    return type.label().replaceFirst(" \\(.*", "");
  }
}

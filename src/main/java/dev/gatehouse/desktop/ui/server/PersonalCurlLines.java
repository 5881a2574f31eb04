package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.export.CurlCommand;
import dev.gatehouse.server.DemoPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person would type to ask for their calendars, with each type of credential. */
final class PersonalCurlLines {
  private PersonalCurlLines() {}

  /**
   * Commands to paste into a shell, by the name of the type, for every type that curl can present.
   *
   * @param base for example {@code http://127.0.0.1:8085}
   */
  static Map<String, String> of(DemoPerson person, String base) {
    Map<String, String> lines = new LinkedHashMap<>();
    CurlCommand curl = new CurlCommand(null);
    Draft call = new Draft("GET", base + "/calendars", List.of(), new byte[0]);
    for (CredentialType type : CredentialTypes.all()) {
      Map<String, String> values = type.valuesFor(person);
      if (!values.isEmpty() && !values.containsValue("")) {
        command(curl, type, values, call).ifPresent(line -> lines.put(shortName(type), line));
      }
    }
    return lines;
  }

  /** Empty if curl cannot present it; the Explore page can. */
  private static Optional<String> command(
      CurlCommand curl, CredentialType type, Map<String, String> values, Draft call) {
    try {
      return Optional.of(curl.write(type, values, call));
    } catch (CredentialException notForCurl) {
      return Optional.empty();
    }
  }

  private static String shortName(CredentialType type) {
    return type.label().replaceFirst(" \\(.*", "");
  }
}

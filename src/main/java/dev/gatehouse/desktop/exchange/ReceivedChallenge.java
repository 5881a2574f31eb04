package dev.gatehouse.desktop.exchange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way in that a server offers (RFC 9110 §11.3).
 *
 * @param scheme as it was written, for example {@code Bearer}
 * @param token68 what stands in place of parameters, or null
 * @param parameters in order, unquoted, their names as they were written
 * @param flaw what is wrong with how it is written, in words; empty if nothing is
 */
public record ReceivedChallenge(
    String scheme, @Nullable String token68, Map<String, String> parameters, String flaw) {
  public ReceivedChallenge {
    parameters = new LinkedHashMap<>(parameters);
  }

  /** The value of a parameter, its name compared without case (RFC 9110 §11.2). */
  public Optional<String> parameter(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return parameters.entrySet().stream()
        .filter(parameter -> parameter.getKey().toLowerCase(Locale.ROOT).equals(wanted))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

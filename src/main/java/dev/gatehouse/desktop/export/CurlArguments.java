package dev.gatehouse.desktop.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a curl command, each with its value, as {@code man curl} has them.
 *
 * @param options in order; those without a value have an empty one; an address without an option
 *     has the name {@code --url}
 */
record CurlArguments(List<Option> options) {
  /** An option under its long name. */
  record Option(String name, String value) {}

  private static final Map<Character, String> SHORT_WITH_VALUE =
      Map.ofEntries(
          Map.entry('X', "--request"),
          Map.entry('H', "--header"),
          Map.entry('d', "--data"),
          Map.entry('u', "--user"),
          Map.entry('b', "--cookie"),
          Map.entry('A', "--user-agent"),
          Map.entry('e', "--referer"),
          Map.entry('F', "--form"),
          Map.entry('r', "--range"),
          Map.entry('T', "--upload-file"),
          Map.entry('o', "--output"),
          Map.entry('w', "--write-out"),
          Map.entry('c', "--cookie-jar"),
          Map.entry('x', "--proxy"),
          Map.entry('U', "--proxy-user"),
          Map.entry('m', "--max-time"),
          Map.entry('E', "--cert"),
          Map.entry('D', "--dump-header"),
          Map.entry('K', "--config"),
          Map.entry('y', "--speed-time"),
          Map.entry('Y', "--speed-limit"),
          Map.entry('C', "--continue-at"),
          Map.entry('t', "--telnet-option"),
          Map.entry('z', "--time-cond"),
          Map.entry('P', "--ftp-port"),
          Map.entry('Q', "--quote"),
          Map.entry('h', "--help"));

  private static final Map<Character, String> SHORT_ALONE =
      Map.of('I', "--head", 'G', "--get", 'k', "--insecure", 'L', "--location");

  private static final Set<String> LONG_WITH_VALUE =
      Set.of(
          "--url",
          "--data-raw",
          "--data-binary",
          "--data-ascii",
          "--data-urlencode",
          "--json",
          "--oauth2-bearer",
          "--cacert",
          "--capath",
          "--key",
          "--pass",
          "--cert-type",
          "--key-type",
          "--connect-timeout",
          "--max-redirs",
          "--resolve",
          "--connect-to",
          "--retry",
          "--retry-delay",
          "--retry-max-time",
          "--ciphers",
          "--tls-max",
          "--interface",
          "--noproxy",
          "--aws-sigv4",
          "--url-query",
          "--form-string",
          "--limit-rate",
          "--request-target",
          "--stderr",
          "--trace",
          "--trace-ascii",
          "--proto",
          "--unix-socket",
          "--output-dir",
          "--pinnedpubkey");

  /**
   * Reads the words after {@code curl}.
   *
   * @throws CurlSyntaxException if an option lacks its value
   */
  static CurlArguments read(List<String> words) throws CurlSyntaxException {
    List<Option> options = new ArrayList<>();
    boolean onlyAddresses = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (onlyAddresses || !word.startsWith("-") || word.equals("-")) {
        options.add(new Option("--url", word));
      } else if (word.equals("--")) {
        onlyAddresses = true;
      } else if (word.startsWith("--")) {
        boolean needsValue = LONG_WITH_VALUE.contains(word) || SHORT_WITH_VALUE.containsValue(word);
        options.add(new Option(word, needsValue ? value(words, ++i, word) : ""));
      } else if (readShort(word, options)) {
        Option last = options.remove(options.size() - 1);
        options.add(new Option(last.name(), value(words, ++i, word)));
      }
    }
    return new CurlArguments(List.copyOf(options));
  }

  /** Reads a word such as {@code -sXPOST}; tells whether its last option wants the next word. */
  private static boolean readShort(String word, List<Option> options) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      String name = SHORT_WITH_VALUE.get(letter);
      if (name != null) {
        String rest = word.substring(i + 1);
        options.add(new Option(name, rest));
        return rest.isEmpty();
      }
      options.add(new Option(SHORT_ALONE.getOrDefault(letter, "-" + letter), ""));
    }
    return false;
  }

  private static String value(List<String> words, int index, String option)
      throws CurlSyntaxException {
    if (index >= words.size()) {
      throw new CurlSyntaxException(
          "The option " + option + " has no value. Copy the whole command again.");
    }
    return words.get(index);
  }
}

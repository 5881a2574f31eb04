package dev.gatehouse.desktop.command;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Types a command line and keeps what was printed. */
final class Terminal {
  /**
   * What became of a command.
   *
   * @param code the exit code
   * @param results what went to standard output
   * @param messages what went to standard error
   */
  record Outcome(int code, String results, String messages) {
    List<String> lines() {
      return results.lines().toList();
    }
  }

  private Terminal() {}

  static Outcome type(String... arguments) {
    return typeWithInput("", arguments);
  }

  static Outcome typeWithInput(String input, String... arguments) {
    StringWriter results = new StringWriter();
    StringWriter messages = new StringWriter();
    int code =
        CommandLines.create(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(results),
                new PrintWriter(messages))
            .execute(arguments);
    return new Outcome(code, results.toString(), messages.toString());
  }
}

package dev.gatehouse.desktop.command;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes. */
final class Console {
  private Console() {}

  /** Where results go. */
  static PrintWriter results(@Nullable CommandSpec command) {
    return Objects.requireNonNull(command).commandLine().getOut();
  }

  /** Where everything else goes. */
  static PrintWriter messages(@Nullable CommandSpec command) {
    return Objects.requireNonNull(command).commandLine().getErr();
  }
}

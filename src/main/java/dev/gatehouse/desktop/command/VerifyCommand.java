package dev.gatehouse.desktop.command;

import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Verifies tokens from anywhere. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {
  private final InputStream input;

  VerifyCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(String.valueOf(input));
  }
}

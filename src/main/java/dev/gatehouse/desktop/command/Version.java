package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.exchange.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, as the jar says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"gatehouse " + ProgramVersion.text()};
  }
}

package dev.gatehouse.desktop.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, as the jar says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"gatehouse " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}

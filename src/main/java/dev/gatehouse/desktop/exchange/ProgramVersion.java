package dev.gatehouse.desktop.exchange;

import org.jspecify.annotations.Nullable;

/** The version of this program. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** For example {@code 1.0.0}; {@code development} if the program was not packaged. */
  public static String text() {
    @Nullable String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}

package dev.gatehouse.desktop;

import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * How the window is opened.
 *
 * @param server how the embedded server is started
 * @param configDirectory where settings and progress are kept; it may not exist yet
 * @param notices what the person should be told at the start, a sentence each
 */
public record WindowOptions(ServerOptions server, Path configDirectory, List<String> notices) {
  public WindowOptions {
    notices = List.copyOf(notices);
  }
}

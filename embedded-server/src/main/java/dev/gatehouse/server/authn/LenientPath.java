package dev.gatehouse.server.authn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A path as many routers read it: needless escapes undone, what follows a semicolon dropped,
 * backslashes turned round, empty segments left out, and segments of dots followed. A path that can
 * be read in one way only stays just as it is; of the others the check {@code path.canonical} keeps
 * a hardened server.
 */
public final class LenientPath {
  private LenientPath() {}

  /** What becomes of this path. */
  public static String read(String path) {
    return CanonicalPath.flawOf(path).isEmpty() ? path : tidied(unescaped(path));
  }

  private static String tidied(String path) {
    String[] segments = path.replace('\\', '/').split("/", -1);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i].split(";", 2)[0];
      boolean outermost = i == 0 || i == segments.length - 1;
      if (segment.equals("..")) {
        if (kept.size() > 1) {
          kept.remove(kept.size() - 1);
        }
      } else if (!segment.equals(".") && (outermost || !segment.isEmpty())) {
        kept.add(segment);
      }
    }
    return String.join("/", kept);
  }

  private static String unescaped(String path) {
    return CanonicalPath.ESCAPE
        .matcher(path)
        .replaceAll(
            escape -> {
              char c = (char) Integer.parseInt(escape.group(1), 16);
              return Matcher.quoteReplacement(
                  CanonicalPath.isNeedless(c) ? String.valueOf(c) : escape.group());
            });
  }
}

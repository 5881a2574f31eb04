package dev.gatehouse.server.brought;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secret in the file that the {@code kid} of a token names. It is looked for among the files
 * within this program alone, which anybody who has the program can read.
 */
final class KeyFile {
  /** The files of the program. */
  private static final String ROOT = "/dev/gatehouse/server/";

  /** The folder in which keys are thought to be. */
  private static final String FOLDER = ROOT + "brought/keys/";

  private static final int LARGEST = 256 * 1024;

  private KeyFile() {}

  static List<Jwk> of(CompactJws token) throws JoseException {
    return List.of(secret(content(resolved(KeyHint.kid(token)))));
  }

  /** A secret of these bytes. */
  static Jwk secret(byte[] bytes) throws JoseException {
    return Jwk.read(
        JsonNodeFactory.instance.objectNode().put("kty", "oct").put("k", Base64Url.encode(bytes)));
  }

  private static String resolved(String kid) throws JoseException {
    try {
      String path = new URI(null, null, FOLDER + kid, null).normalize().getPath();
      // What is a separator on some platforms only would lead out of the program there.
      if (path.startsWith(ROOT) && path.indexOf('\\') < 0) {
        return path;
      }
    } catch (URISyntaxException malformed) {
      // Then it is no path either.
    }
    throw noSuchFile();
  }

  private static byte[] content(String path) throws JoseException {
    try (@Nullable InputStream file = KeyFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw noSuchFile();
      }
      return file.readNBytes(LARGEST);
    } catch (IOException unreadable) {
      throw noSuchFile();
    }
  }

  private static JoseException noSuchFile() {
    return new JoseException("there is no such file");
  }
}

package dev.gatehouse.server.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a small document from an issuer: by HTTPS, or by HTTP from this machine alone. It follows
 * no redirect, and neither waits nor reads for long.
 */
public class KeyFetcher {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration ALTOGETHER = Duration.ofSeconds(10);
  private static final int LARGEST = 256 * 1024;
  private static final int CHUNK = 8 * 1024;

  /** Whether what stands under this address is what its owner put there (RFC 9700 §2.6). */
  static boolean isSafe(String address) {
    try {
      URI uri = new URI(address);
      @Nullable String scheme = uri.getScheme();
      @Nullable String host = uri.getHost();
      if (scheme == null || host == null || uri.getUserInfo() != null) {
        return false;
      }
      return scheme.equalsIgnoreCase("https")
          || (scheme.equalsIgnoreCase("http") && isLoopback(host.toLowerCase(Locale.ROOT)));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /**
   * The document.
   *
   * @throws IOException if it cannot be had; its message says why
   */
  public byte[] fetch(String address) throws IOException {
    if (!isSafe(address)) {
      throw new IOException(address + " is neither https:// nor on this machine");
    }
    long deadline = System.nanoTime() + ALTOGETHER.toNanos();
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setUseCaches(false);
      connection.setRequestProperty("Accept", "application/json");
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException(address + " answered " + status);
      }
      try (InputStream body = connection.getInputStream()) {
        return read(body, address, deadline);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static byte[] read(InputStream body, String address, long deadline) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
      read.write(chunk, 0, count);
      if (read.size() > LARGEST) {
        throw new IOException(address + " answered with more than " + LARGEST + " bytes");
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(address + " took longer than " + ALTOGETHER.toSeconds() + " seconds");
      }
    }
    return read.toByteArray();
  }
}

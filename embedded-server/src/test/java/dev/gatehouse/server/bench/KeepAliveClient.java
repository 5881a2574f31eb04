package dev.gatehouse.server.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Sends the same request over one connection again and again and reads each answer. As little work
 * as possible is done here, for what the client costs makes two servers look more alike than they
 * are.
 */
final class KeepAliveClient extends Thread {
  private static final String CONTENT_LENGTH = "content-length:";

  private final int port;
  private final byte[] request;
  private final long end;
  private long answered;

  KeepAliveClient(int port, String token, long end) {
    this.port = port;
    this.end = end;
    String lines =
        "GET /me HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    this.request = lines.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** How many answers came; to be asked after the thread has ended. */
  long answered() {
    return answered;
  }

  @Override
  public void run() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < end) {
        out.write(request);
        out.flush();
        readAnswer(in);
        answered++;
      }
    } catch (IOException broken) {
      throw new IllegalStateException("the server hung up", broken);
    }
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200")) {
      throw new IOException("not accepted: " + status);
    }
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(CONTENT_LENGTH)) {
        length = Integer.parseInt(line.substring(CONTENT_LENGTH.length()).strip());
      }
    }
    if (in.readNBytes(length).length != length) {
      throw new IOException("the answer was cut short");
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(128);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the answer was cut short");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}

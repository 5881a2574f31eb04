package dev.gatehouse.desktop.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.tls.HandshakeCertificates;

/**
 * A server on a real socket that says exactly what it was told to, connection by connection, and
 * remembers exactly what it was sent. Without a line of HTTP of its own, so that nothing is tidied.
 */
public final class ScriptedServer implements AutoCloseable {
  private static final int BACKLOG = 50;

  /** How a client begins that takes this port for one of HTTPS (RFC 8446 §5.1). */
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket socket;
  private final String scheme;
  private final Deque<byte[]> answers = new ArrayDeque<>();
  private final BlockingQueue<byte[]> requests = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private ScriptedServer(ServerSocket socket, String scheme, List<byte[]> answers) {
    this.socket = socket;
    this.scheme = scheme;
    this.answers.addAll(answers);
    Thread thread = new Thread(this::serve, "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Gives these answers over HTTP, one per connection; when there is none left it says nothing. */
  public static ScriptedServer answering(String... answers) throws IOException {
    return new ScriptedServer(
        new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1")), "http", bytes(answers));
  }

  /** The same over HTTPS. */
  static ScriptedServer answering(HandshakeCertificates certificates, String... answers)
      throws IOException {
    return new ScriptedServer(
        certificates
            .sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1")),
        "https",
        bytes(answers));
  }

  private static List<byte[]> bytes(String... answers) {
    return java.util.Arrays.stream(answers)
        .map(answer -> answer.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /** The address of a path. */
  public String url(String path) {
    return scheme + "://127.0.0.1:" + socket.getLocalPort() + path;
  }

  /** Its port. */
  int port() {
    return socket.getLocalPort();
  }

  /** The next request that came, byte for byte; waits for it. */
  public byte[] request() throws InterruptedException {
    return requests.take();
  }

  /** The next request that came, as text. */
  public String requestText() throws InterruptedException {
    return new String(request(), StandardCharsets.UTF_8);
  }

  /** How many requests came that nobody has looked at. */
  int waiting() {
    return requests.size();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        requests.add(read(connection.getInputStream()));
        if (answers.isEmpty()) {
          closed.await();
        } else {
          connection.getOutputStream().write(answers.removeFirst());
          connection.getOutputStream().flush();
        }
      } catch (IOException clientHasGone) {
        // The next one, if the server is still open.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Reads the head, and as much of a body as the head says. */
  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    while (!request.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return request.toByteArray();
      }
      request.write(next);
      if (request.size() == 1 && next == TLS_HANDSHAKE) {
        return request.toByteArray();
      }
    }
    String head = request.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int length = head.indexOf("content-length: ");
    if (length >= 0) {
      String rest = head.substring(length + "content-length: ".length());
      request.write(in.readNBytes(Integer.parseInt(rest.substring(0, rest.indexOf('\r')))));
    }
    return request.toByteArray();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}

package dev.gatehouse.desktop.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A machine on the way between a client and a server, such as somebody else's access point. It
 * passes every byte on, both ways, and keeps what the client sent. Real sockets, on any free port
 * of loopback, until it is closed.
 */
final class RecordingRelay implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;

  private final InetSocketAddress server;
  private final ServerSocket door;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private RecordingRelay(InetSocketAddress server, ServerSocket door) {
    this.server = server;
    this.door = door;
  }

  /** One on the way to this server. */
  static RecordingRelay to(URI server) {
    try {
      RecordingRelay relay =
          new RecordingRelay(
              new InetSocketAddress(server.getHost(), server.getPort()),
              new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
      start("relay", relay::accept);
      return relay;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** The port at which it takes connections. */
  int port() {
    return door.getLocalPort();
  }

  /** Everything that clients have sent through it so far. */
  String heard() {
    synchronized (heard) {
      return heard.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException closed) {
        // Nobody is let in any more.
      }
    }
    closeConnections();
  }

  private void connect(Socket client) {
    open.add(client);
    try {
      Socket onward = new Socket(server.getAddress(), server.getPort());
      open.add(onward);
      start("relay to the server", () -> pass(client, onward, heard));
      start("relay to the client", () -> pass(onward, client, OutputStream.nullOutputStream()));
    } catch (IOException unreachable) {
      closeQuietly(client);
    }
  }

  /** Passes on what comes from one side, noted before anybody else has it, until that side ends. */
  private void pass(Socket from, Socket to, OutputStream notes) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        synchronized (heard) {
          notes.write(buffer, 0, count);
        }
        to.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException closed) {
      // The other direction has ended, and with it the connection.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closeQuietly(door);
    closeConnections();
  }

  private void closeConnections() {
    open.forEach(RecordingRelay::closeQuietly);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception unclosed) {
      // There is nothing left to do about it.
    }
  }
}

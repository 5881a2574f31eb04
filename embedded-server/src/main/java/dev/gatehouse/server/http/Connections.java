package dev.gatehouse.server.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;

/**
 * Watches connections on which no request is being served: those that have just been opened, those
 * whose request trickles in, those kept alive for a next one. None may be so for long, and when
 * there are too many connections the one that has been so longest makes room. A flood of them
 * therefore shuts nobody out.
 */
final class Connections implements Connection.Listener {
  private final ConnectionLimits limits;

  /** When each connection began to wait, in nanoseconds; the longest waiting first. */
  private final Map<EndPoint, Long> waiting = new LinkedHashMap<>();

  private int open;

  Connections(ConnectionLimits limits) {
    this.limits = limits;
  }

  @Override
  public void onOpened(Connection connection) {
    if (isHttp(connection)) {
      List<EndPoint> tooMany;
      synchronized (waiting) {
        open++;
        waiting.put(connection.getEndPoint(), System.nanoTime());
        tooMany = open > limits.connections() ? longestWaiting() : List.of();
      }
      tooMany.forEach(EndPoint::close);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (isHttp(connection)) {
      synchronized (waiting) {
        open--;
        waiting.remove(connection.getEndPoint());
      }
    }
  }

  /** A whole request has arrived on this connection. */
  void busy(Connection connection) {
    synchronized (waiting) {
      waiting.remove(connection.getEndPoint());
    }
  }

  /** The request has been answered. */
  void idle(Connection connection) {
    synchronized (waiting) {
      if (connection.getEndPoint().isOpen()) {
        // Its place among those waiting must be new too, also if it was there already.
        waiting.remove(connection.getEndPoint());
        waiting.put(connection.getEndPoint(), System.nanoTime());
      }
    }
  }

  /** Closes those that have waited too long. To be called now and then. */
  void sweep() {
    closeThoseWaiting(limits.idle());
  }

  private void closeThoseWaiting(Duration tooLong) {
    long latest = System.nanoTime() - tooLong.toNanos();
    List<EndPoint> late = new ArrayList<>();
    synchronized (waiting) {
      for (Map.Entry<EndPoint, Long> entry : waiting.entrySet()) {
        if (entry.getValue() - latest > 0) {
          break;
        }
        late.add(entry.getKey());
      }
    }
    late.forEach(EndPoint::close);
  }

  private List<EndPoint> longestWaiting() {
    return waiting.keySet().stream().limit(1).toList();
  }

  /** TLS has a connection object of its own below that of HTTP; one of them counts. */
  private static boolean isHttp(Connection connection) {
    return connection instanceof ConnectionMetaData;
  }
}

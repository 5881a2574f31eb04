package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.junit.jupiter.api.Test;

final class ConnectionsTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Connections connections =
      new Connections(new ConnectionLimits(LONG, LONG, LONG, 2));

  @Test
  void theOneThatHasWaitedLongestMakesRoomEvenIfARequestOfAnotherWasRefused() {
    EndPoint refused = new ByteArrayEndPoint();
    EndPoint silent = new ByteArrayEndPoint();
    connections.onOpened(on(refused));
    connections.onOpened(on(silent));
    connections.idle(on(refused));

    connections.onOpened(on(new ByteArrayEndPoint()));

    assertThat(refused.isOpen()).isTrue();
    assertThat(silent.isOpen()).isFalse();
  }

  /** A connection of which nothing is asked but where it ends. */
  private static Connection on(EndPoint end) {
    return (Connection)
        Proxy.newProxyInstance(
            ConnectionsTest.class.getClassLoader(),
            new Class<?>[] {Connection.class, ConnectionMetaData.class},
            (self, method, arguments) -> {
              if (!method.getName().equals("getEndPoint")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return end;
            });
  }
}

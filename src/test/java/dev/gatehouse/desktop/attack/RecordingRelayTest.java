package dev.gatehouse.desktop.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A machine on the way passes everything on, and keeps what the client sent. */
final class RecordingRelayTest {
  private static final int PATIENCE_MILLIS = 30_000;

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String read(Socket socket, int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
  }

  @Test
  void itPassesOnBothWaysAndHearsTheClientAlone() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        RecordingRelay relay =
            RecordingRelay.to(URI.create("http://127.0.0.1:" + server.getLocalPort()));
        Socket client = connect(relay.port());
        Socket accepted = server.accept()) {
      accepted.setSoTimeout(PATIENCE_MILLIS);
      write(client, "question");
      assertThat(read(accepted, 8)).isEqualTo("question");
      write(accepted, "answer");
      assertThat(read(client, 6)).isEqualTo("answer");
      assertThat(relay.heard()).isEqualTo("question");
    }
  }

  @Test
  void nobodyIsPassedOnOnceItIsClosed() throws Exception {
    RecordingRelay relay = RecordingRelay.to(URI.create("http://127.0.0.1:1"));
    relay.close();

    assertThatThrownBy(() -> connect(relay.port()).close()).isInstanceOf(IOException.class);
  }
}

package dev.gatehouse.desktop.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets for HTTP whose bytes are recorded. */
final class RecordingSocketFactory extends SocketFactory {
  private final SocketRecorder recorder;

  RecordingSocketFactory(SocketRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Socket createSocket() {
    recorder.begin();
    return new RecordedSocket(recorder);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    try {
      socket.connect(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static final class RecordedSocket extends Socket {
    private final SocketRecorder recorder;

    RecordedSocket(SocketRecorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return recorder.input(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return recorder.output(super.getOutputStream());
    }
  }
}

package dev.gatehouse.desktop.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets for HTTPS whose bytes are recorded inside the encryption. */
final class RecordingSslSocketFactory extends SSLSocketFactory {
  private final SSLSocketFactory real;
  private final SocketRecorder recorder;

  RecordingSslSocketFactory(SSLSocketFactory real, SocketRecorder recorder) {
    this.real = real;
    this.recorder = recorder;
  }

  private Socket recorded(Socket socket) {
    recorder.begin();
    return new RecordedSslSocket((SSLSocket) socket, recorder);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return real.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return real.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return recorded(real.createSocket(socket, host, port, autoClose));
  }

  @Override
  public Socket createSocket() throws IOException {
    return recorded(real.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return recorded(real.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return recorded(real.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return recorded(real.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return recorded(real.createSocket(host, port, local, localPort));
  }
}

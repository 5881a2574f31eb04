package dev.gatehouse.desktop.exchange;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Keeps a copy of what crosses one socket, in both directions, up to a limit. Safe for use by many
 * threads.
 */
final class SocketRecorder {
  private final int limit;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private long firstSentNanos;
  private long lastMovedNanos;

  /** A recorder that keeps at most this many bytes in each direction. */
  SocketRecorder(int limit) {
    this.limit = limit;
  }

  /** Forgets everything: another socket takes over, because the one before did not connect. */
  synchronized void begin() {
    sent.reset();
    received.reset();
  }

  /** Passes bytes on to the socket and keeps a copy. */
  OutputStream output(OutputStream socket) {
    return new FilterOutputStream(socket) {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        note(sent, bytes, offset, length);
        out.write(bytes, offset, length);
      }
    };
  }

  /** Hands on the bytes of the socket and keeps a copy. */
  InputStream input(InputStream socket) {
    return new FilterInputStream(socket) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
          note(received, bytes, offset, count);
        }
        return count;
      }
    };
  }

  private synchronized void note(ByteArrayOutputStream copy, byte[] bytes, int offset, int length) {
    long now = System.nanoTime();
    if (sent.size() == 0) {
      firstSentNanos = now;
    }
    lastMovedNanos = now;
    copy.write(bytes, offset, Math.min(length, limit - copy.size()));
  }

  /** What was sent so far. */
  synchronized byte[] sent() {
    return sent.toByteArray();
  }

  /** What was received so far. */
  synchronized byte[] received() {
    return received.toByteArray();
  }

  /** From the first byte sent to the last byte that moved; zero if none did. */
  synchronized Duration took() {
    return Duration.ofNanos(lastMovedNanos - firstSentNanos);
  }
}

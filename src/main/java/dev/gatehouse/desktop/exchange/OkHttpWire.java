package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/**
 * Sends over real sockets, by HTTP/1.1, and nothing behind a person's back: no redirect is
 * followed, nothing is compressed, repeated, cached or answered on its own, and no cookie is kept.
 * Each request has a connection of its own, so that the bytes on it are that request's and no
 * connection of a server that has gone is used again.
 *
 * <p>Safe for use by many threads. Interrupting the thread that waits cancels the request.
 */
public final class OkHttpWire implements Wire, AutoCloseable {
  private static final int ROOM_FOR_HEADERS = 1024 * 1024;
  private static final int AT_ONCE = 256;

  private final WireOptions options;
  private final ExecutorService threads;
  private @Nullable OkHttpClient client;
  private @Nullable Trust trust;

  /** A client. */
  public OkHttpWire(WireOptions options) {
    this.options = options;
    this.threads =
        new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::daemon);
  }

  /**
   * The request as it would go out, with the header lines that HTTP needs.
   *
   * @throws IllegalArgumentException if it cannot be sent; the message says why and what to try
   */
  public static Draft asSent(Draft draft) {
    return OutgoingRequest.of(draft, WireOptions.standard().userAgent()).sent();
  }

  @Override
  public Hop send(String purpose, Draft draft) throws InterruptedException {
    Instant at = options.clock().instant();
    OutgoingRequest outgoing;
    try {
      outgoing = OutgoingRequest.of(draft, options.userAgent());
    } catch (IllegalArgumentException cannotBeSent) {
      return Hop.unsent(purpose, at, draft, String.valueOf(cannotBeSent.getMessage()));
    }
    SocketRecorder recorder = new SocketRecorder(options.largestBody() + ROOM_FOR_HEADERS);
    Transmission transmission =
        new Transmission(purpose, at, outgoing, options.largestBody(), recorder);
    Call call = client(transmission, recorder, outgoing).newCall(outgoing.request());
    call.enqueue(transmission);
    try {
      return joined(transmission.hop().get());
    } catch (InterruptedException cancelled) {
      call.cancel();
      throw cancelled;
    } catch (ExecutionException mistake) {
      throw new IllegalStateException(mistake.getCause());
    }
  }

  private OkHttpClient client(
      Transmission transmission, SocketRecorder recorder, OutgoingRequest outgoing) {
    OkHttpClient.Builder own = client().newBuilder().addNetworkInterceptor(transmission);
    if (!outgoing.request().isHttps()) {
      return own.socketFactory(new RecordingSocketFactory(recorder)).build();
    }
    Trust trusted = trust();
    ClientCertificate shown = outgoing.sent().certificate();
    SSLSocketFactory sockets =
        shown == null ? trusted.sockets() : showing(shown, trusted.manager());
    return own.sslSocketFactory(new RecordingSslSocketFactory(sockets, recorder), trusted.manager())
        .build();
  }

  /** Of its own, so that no handshake takes up a session in which another one was shown. */
  private static SSLSocketFactory showing(ClientCertificate shown, X509TrustManager manager) {
    try {
      HandshakeCertificates own =
          new HandshakeCertificates.Builder().heldCertificate(shown.held()).build();
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {own.keyManager()}, new TrustManager[] {manager}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform speaks TLS", e);
    }
  }

  /** Made when first needed, for the program should not wait for it when it starts. */
  private synchronized OkHttpClient client() {
    OkHttpClient made = client;
    if (made == null) {
      Dispatcher dispatcher = new Dispatcher(threads);
      dispatcher.setMaxRequests(AT_ONCE);
      dispatcher.setMaxRequestsPerHost(AT_ONCE);
      made =
          new OkHttpClient.Builder()
              .dispatcher(dispatcher)
              .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
              .protocols(List.of(Protocol.HTTP_1_1))
              .followRedirects(false)
              .followSslRedirects(false)
              .retryOnConnectionFailure(false)
              .fastFallback(false)
              .proxy(java.net.Proxy.NO_PROXY)
              .connectTimeout(options.patience())
              .readTimeout(options.patience())
              .writeTimeout(options.patience())
              .build();
      client = made;
    }
    return made;
  }

  /**
   * Made when first needed, as reading the platform's authorities takes a moment, and then kept, so
   * that a later handshake can take up an earlier one's session (RFC 8446 §2.2).
   */
  private synchronized Trust trust() {
    Trust made = trust;
    if (made == null) {
      HandshakeCertificates.Builder builder =
          new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
      options.authority().get().ifPresent(builder::addTrustedCertificate);
      HandshakeCertificates certificates = builder.build();
      made = new Trust(certificates.sslSocketFactory(), certificates.trustManager());
      trust = made;
    }
    return made;
  }

  private record Trust(SSLSocketFactory sockets, X509TrustManager manager) {}

  private Hop joined(Hop hop) throws InterruptedException {
    Optional<String> id = hop.header("Exchange-Id");
    if (id.isEmpty()) {
      return hop;
    }
    Optional<ExchangeRecord> found = options.records().find(hop.request().url(), id.get());
    return found.map(hop::withRecord).orElse(hop);
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "client");
    thread.setDaemon(true);
    return thread;
  }

  /** Cancels whatever is under way. */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.dispatcher().cancelAll();
    }
    threads.shutdown();
  }
}

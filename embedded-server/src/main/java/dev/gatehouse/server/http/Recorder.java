package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.ChallengeLines;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.ExchangeRecord.RequestLine;
import dev.gatehouse.server.trace.ExchangeRecord.StatusLine;
import dev.gatehouse.server.trace.Header;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends answers, and notes each exchange just before its answer leaves. */
final class Recorder {
  static final String EXCHANGE_ID = "Exchange-Id";

  private final ExchangeLog log;

  Recorder(ExchangeLog log) {
    this.log = log;
  }

  /** An identifier for an exchange that has just begun. */
  String newId() {
    return log.newId();
  }

  /** Notes the exchange and sends the answer. */
  void send(
      Request request,
      Response response,
      Callback callback,
      String id,
      Instant at,
      Pipeline.Result result) {
    prepare(response, id, result.reply());
    long micros = (System.nanoTime() - request.getBeginNanoTime()) / 1_000;
    log.add(
        new ExchangeRecord(
            id,
            at,
            micros,
            new RequestLine(
                request.getMethod(),
                targetOf(request),
                request.getConnectionMetaData().getHttpVersion().asString(),
                headers(request.getHeaders())),
            result.authentication(),
            result.authorization(),
            new StatusLine(response.getStatus(), headers(response.getHeaders()))));
    if (ChallengeLines.isWget(request.getHeaders().get(HttpHeader.USER_AGENT))) {
      StatusWords.of(result.authentication().failure())
          .ifPresent(words -> StatusWords.put(request, words));
    }
    response.write(true, ByteBuffer.wrap(result.reply().body()), callback);
  }

  /**
   * Puts an answer's status and headers on the response, with those that every response carries.
   */
  static void prepare(Response response, String id, Reply reply) {
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(reply.status());
    headers.put(EXCHANGE_ID, id);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    reply.headers().forEach(header -> headers.add(header.name(), header.value()));
    if (reply.status() != 204) {
      headers.put("Content-Length", reply.body().length);
    }
  }

  /** Path and query exactly as sent. */
  static String targetOf(Request request) {
    @Nullable String target = request.getHttpURI().getPathQuery();
    return target == null || target.isEmpty() ? request.getHttpURI().asString() : target;
  }

  /** Header lines in their order. */
  static List<Header> headers(HttpFields fields) {
    List<Header> headers = new ArrayList<>(fields.size());
    for (HttpField field : fields) {
      @Nullable String value = field.getValue();
      headers.add(new Header(field.getName(), value == null ? "" : value));
    }
    return headers;
  }
}

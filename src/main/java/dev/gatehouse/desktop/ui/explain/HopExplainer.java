package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Lane;
import dev.gatehouse.desktop.oauth.Travelling;
import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains one hop, from what the client saw, from what the server recorded, or from both. */
final class HopExplainer {
  private static final String NOT_OURS =
      "This answer carries no record of Gatehouse's server, so its checks are out of sight.";
  private static final String OURSELVES =
      "This is the program itself. What it checks of what came back stands under Response.";
  private static final String NO_ANSWER =
      "Nothing answered, so nothing was checked and nothing was decided.";
  private static final String NOT_KEPT =
      "Another program sent this. The server noted its lines, not its bytes and not its body.";
  private static final String ANSWER_NOT_KEPT =
      "The server noted the lines of its answer, not its body.";
  private static final int REFUSED = 400;

  /** The checks that look at what was shown in the handshake, and what they call its owner. */
  private static final String CERTIFICATE_CHECKS = "mtls.";

  private static final String SUBJECT = "subject";

  private final List<Catalogue.Item> rules;

  HopExplainer(List<Catalogue.Item> rules) {
    this.rules = rules;
  }

  /** A hop as the client saw it, joined to the server's record if there is one. */
  ExplainedHop explain(Hop hop, int index) {
    String requestLine = hop.request().method() + " " + hop.request().target();
    Message sent =
        new Message(
                requestLine, hop.request().headers(), hop.request().body(), hop.rawRequest(), "")
            .showing(hop.request().shown());
    Message received =
        hop.status() == 0
            ? Message.none(hop.error() == null ? "No response came." : hop.error())
            : new Message(
                StatusPhrase.line(hop.status(), hop.reason()),
                hop.headers(),
                hop.body(),
                hop.rawResponse(),
                "");
    long micros = hop.took().toNanos() / 1_000;
    return hop(
        hop.purpose(), hop.between(), index, sent, received, hop.status(), micros, hop.record());
  }

  /** A request of another program, known from the server's record alone. */
  ExplainedHop explain(ExchangeRecord exchange) {
    String requestLine = exchange.request().method() + " " + exchange.request().target();
    Message sent =
        Message.noted(
                requestLine + " " + exchange.request().version(),
                exchange.request().headers(),
                NOT_KEPT)
            .showing(certificate(exchange));
    int status = exchange.response().status();
    Message received =
        Message.noted(
            StatusPhrase.line(status, ""), exchange.response().headers(), ANSWER_NOT_KEPT);
    return hop("", Between.CALL, 0, sent, received, status, 0, exchange);
  }

  /** Whose certificate the server says was shown in the handshake; empty if it says of none. */
  private static String certificate(ExchangeRecord exchange) {
    return exchange.authentication().checks().stream()
        .filter(check -> check.id().startsWith(CERTIFICATE_CHECKS))
        .flatMap(check -> check.evidence().stream())
        .filter(evidence -> evidence.label().equals(SUBJECT))
        .map(Evidence::value)
        .findFirst()
        .orElse("");
  }

  private ExplainedHop hop(
      String purpose,
      Between between,
      int index,
      Message sent,
      Message received,
      int status,
      long micros,
      @Nullable ExchangeRecord exchange) {
    boolean known = received.remark().isEmpty();
    Conclusion unknown = status == 0 ? Conclusion.NO_ANSWER : Conclusion.OUT_OF_SIGHT;
    return new ExplainedHop(
        purpose,
        between,
        request(index, purpose, sent),
        answer(index, status, received, micros, exchange),
        exchange == null ? List.of() : CheckSteps.of(exchange.authentication(), index),
        exchange == null ? unknown : Conclusion.who(exchange),
        exchange == null ? List.of() : RuleSteps.of(exchange, rules, index),
        exchange == null ? unknown : Conclusion.may(exchange),
        status == 0
            ? List.of()
            : AnswerSteps.of(
                index,
                status,
                reasonOf(received, status),
                received.headers(),
                known ? received.body().length : -1),
        exchange == null ? outOfSight(status, between) : "",
        sent,
        received,
        micros,
        exchange);
  }

  private static String outOfSight(int status, Between between) {
    return status == 0 ? NO_ANSWER : between.to() == Lane.CLIENT ? OURSELVES : NOT_OURS;
  }

  private static String reasonOf(Message received, int status) {
    String digits = Integer.toString(status);
    return received.startLine().startsWith(digits + " ")
        ? received.startLine().substring(digits.length() + 1)
        : "";
  }

  private static Step request(int index, String purpose, Message sent) {
    String line = sent.startLine().replaceFirst(" HTTP/[\\d.]+$", "");
    String target = line.substring(line.indexOf(' ') + 1);
    List<Travelling> carried = Travelling.inRequest(target, sent.headers(), sent.body());
    String telling =
        Telling.ofRequest(sent.headers())
            .orElseGet(() -> carried.isEmpty() ? withoutWords(sent) : Telling.of(carried));
    String title = carried.isEmpty() ? line : line.replaceFirst("\\?.*", "");
    Detail.Builder detail =
        Detail.about(title, "", "RFC 9110 §9")
            .text("Purpose", CheckSteps.capital(purpose))
            .text("Sent", Texts.count(sent.headers().size(), "header line"));
    detail.text("Certificate", sent.certificate());
    credential(sent.headers(), carried.isEmpty() && sent.certificate().isEmpty(), detail);
    values(carried, detail);
    if (sent.body().length > 0) {
      detail.text("Body", Texts.size(sent.body().length));
    }
    DecodedTokens.addHeaders(sent.headers(), detail);
    DecodedTokens.addValues(carried, detail);
    return new Step(
        index + ":request",
        Part.REQUEST,
        index,
        Mark.NOTE,
        title,
        telling,
        detail.text("Remark", sent.remark()).build());
  }

  /** A certificate is shown before the first line of the request is sent. */
  private static String withoutWords(Message sent) {
    return sent.certificate().isEmpty() ? "no credential" : "certificate " + sent.certificate();
  }

  /** What travels with it, each under its name. */
  private static void values(List<Travelling> carried, Detail.Builder detail) {
    carried.forEach(one -> detail.line(one.label(), one.value(), Detail.Style.CODE, one.secret()));
  }

  private static void credential(List<Header> headers, boolean alone, Detail.Builder detail) {
    List<Header> carried = headers.stream().filter(Telling::isCredential).toList();
    carried.forEach(h -> detail.line(h.name(), h.value(), Detail.Style.CODE, true));
    if (carried.isEmpty() && alone) {
      detail.text("Credential", "None: this request says nothing of who the caller is.");
    }
  }

  private static String header(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  private static Step answer(
      int index, int status, Message received, long micros, @Nullable ExchangeRecord exchange) {
    if (status == 0) {
      Detail nothing =
          Detail.about("No response", "", "")
              .line("What happened", received.remark(), Detail.Style.WRONG, false)
              .build();
      return new Step(
          index + ":answer", Part.ANSWER, index, Mark.FAILED, "no response", "", nothing);
    }
    StatusPhrase known = StatusPhrase.of(status);
    List<Travelling> carried = Travelling.inResponse(received.headers(), received.body());
    Detail.Builder detail =
        Detail.about(received.startLine(), "", known.source())
            .text("Meaning", known.meaning())
            .code("Allowed here", header(received.headers(), "Allow"))
            .text("Round trip", micros == 0 ? "" : Texts.time(micros))
            .text("In the server", exchange == null ? "" : Texts.time(exchange.micros()))
            .text("Received", Texts.count(received.headers().size(), "header line"))
            .text("Body", received.body().length == 0 ? "" : Texts.size(received.body().length))
            .text("Remark", received.remark());
    values(carried, detail);
    DecodedTokens.addValues(carried, detail);
    return new Step(
        index + ":answer",
        Part.ANSWER,
        index,
        status < REFUSED ? Mark.PASSED : Mark.FAILED,
        received.startLine(),
        carried.isEmpty() ? Telling.ofResponse(received.headers()).orElse("") : Telling.of(carried),
        detail.build());
  }
}

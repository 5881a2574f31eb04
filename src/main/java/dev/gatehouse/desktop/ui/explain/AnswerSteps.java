package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/** Turns what came back into steps: the status, the challenges, and the headers that matter. */
final class AnswerSteps {
  private static final int REFUSED = 400;

  private final List<Step> steps = new ArrayList<>();
  private final int hop;
  private final List<Header> headers;

  private AnswerSteps(int hop, List<Header> headers) {
    this.hop = hop;
    this.headers = headers;
  }

  /**
   * The lines on a response.
   *
   * @param bodySize in bytes; negative if it is not known
   */
  static List<Step> of(int hop, int status, String reason, List<Header> headers, long bodySize) {
    AnswerSteps answer = new AnswerSteps(hop, headers);
    answer.status(status, reason);
    answer.challenges();
    answer.header("Allow", "What this address takes", "RFC 9110 §10.2.1");
    answer.header("Retry-After", "Come back later", "RFC 9110 §10.2.3");
    answer.header("Location", "Go on at another address", "RFC 9110 §10.2.2");
    answer.header("Set-Cookie", "Keep a cookie", "RFC 6265 §4.1");
    answer.body(bodySize);
    return List.copyOf(answer.steps);
  }

  private void status(int status, String reason) {
    StatusPhrase known = StatusPhrase.of(status);
    String line = StatusPhrase.line(status, reason);
    Detail detail =
        Detail.about(line, "", known.source())
            .text("Meaning", known.meaning())
            .code("Allowed here", first("Allow"))
            .code("Content type", first("Content-Type"))
            .code("Exchange-Id", first("Exchange-Id"))
            .build();
    add("status", status < REFUSED ? Mark.PASSED : Mark.FAILED, line, "", detail);
  }

  private void challenges() {
    List<Header> all = new ArrayList<>(all("WWW-Authenticate"));
    all.addAll(all(MessageSignature.REQUEST_FIELD));
    if (all.isEmpty()) {
      return;
    }
    // A scheme may ask once for each of its algorithms (RFC 7616 §3.7).
    List<String> schemes = all.stream().map(AnswerSteps::scheme).distinct().toList();
    String title =
        schemes.size() == 1
            ? "Authenticate with " + schemes.get(0)
            : "Authenticate with one of " + schemes.size() + " schemes";
    Detail detail =
        Detail.about(title, "WWW-Authenticate", "RFC 9110 §11.6.1").challenges(all).build();
    add("challenge", Mark.NOTE, title, "explain", detail);
  }

  private void header(String name, String title, String source) {
    List<Header> all = all(name);
    if (all.isEmpty()) {
      return;
    }
    Detail.Builder detail = Detail.about(title, name, source);
    all.forEach(header -> detail.code(name, header.value()));
    add(name, Mark.NOTE, title, Texts.shorten(all.get(0).value(), 40), detail.build());
  }

  private void body(long size) {
    String type = first("Content-Type");
    if (size == 0 || (size < 0 && type.isEmpty())) {
      return;
    }
    String length = size < 0 ? "" : Texts.size(size);
    Detail detail =
        Detail.about("Body", "", "RFC 9110 §6.4")
            .code("Content type", type)
            .text("Size", length)
            .build();
    String note = length.isEmpty() || type.isEmpty() ? type + length : type + " · " + length;
    add("body", Mark.NOTE, "Body", note, detail);
  }

  private void add(String name, Mark mark, String title, String note, Detail detail) {
    steps.add(new Step(hop + ":answer:" + name, Part.RESPONSE, hop, mark, title, note, detail));
  }

  private List<Header> all(String name) {
    return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).toList();
  }

  private String first(String name) {
    return all(name).stream().map(Header::value).findFirst().orElse("");
  }

  private static String scheme(Header challenge) {
    if (challenge.name().equalsIgnoreCase(MessageSignature.REQUEST_FIELD)) {
      return "a signature";
    }
    int blank = challenge.value().indexOf(' ');
    return blank < 0 ? challenge.value() : challenge.value().substring(0, blank);
  }
}

package dev.gatehouse.desktop.attack;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as a page (HTML in its XML form, so that a library writes it). */
final class AttackReportPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 Inter, system-ui, sans-serif; }
      body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
      th, td { border-bottom: 1px solid #8886; padding: .5rem .75rem; text-align: left; vertical-align: top; }
      thead th { font-weight: 600; white-space: nowrap; }
      tbody th { font-weight: 500; }
      code, small { font: .875rem/1.4 "JetBrains Mono", ui-monospace, monospace; }
      small { display: block; opacity: .75; }
      .well { color: light-dark(#116329, #56d364); } .badly { color: light-dark(#a40e26, #ff7b72); font-weight: 600; }
      @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
      """;

  private final AttackReport report;
  private final StringWriter text = new StringWriter();

  AttackReportPage(AttackReport report) {
    this.report = report;
  }

  /** The page. */
  String write(Instant at, String program) {
    try {
      text.append("<!DOCTYPE html>\n");
      XMLStreamWriter page = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      page.writeStartElement("html");
      page.writeAttribute("lang", "en");
      page.writeAttribute("xmlns", "http://www.w3.org/1999/xhtml");
      head(page);
      page.writeStartElement("body");
      element(page, "h1", "Attacks");
      element(page, "p", summary(at, program));
      for (AttackGroup group : AttackGroup.values()) {
        List<AttackOutcome> ofGroup =
            report.outcomes().stream()
                .filter(outcome -> outcome.attack().card().group() == group)
                .toList();
        if (!ofGroup.isEmpty()) {
          table(page, group, ofGroup);
        }
      }
      page.writeEndDocument();
      page.close();
      return text.append('\n').toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("text can always be written", impossible);
    }
  }

  private String summary(Instant at, String program) {
    return "%s carried out %d attacks at %s, each against a hardened server and against one with just its weakness. %s"
        .formatted(
            program,
            report.outcomes().size(),
            at.truncatedTo(ChronoUnit.SECONDS),
            report.asItShouldBe()
                ? "Every one was blocked when hardened and succeeded when weakened."
                : report.right() + " turned out as they should; the others are marked.");
  }

  private static void head(XMLStreamWriter page) throws XMLStreamException {
    page.writeStartElement("head");
    page.writeEmptyElement("meta");
    page.writeAttribute("charset", "utf-8");
    page.writeEmptyElement("meta");
    page.writeAttribute("name", "viewport");
    page.writeAttribute("content", "width=device-width, initial-scale=1");
    element(page, "title", "Gatehouse: attacks");
    element(page, "style", STYLE);
    page.writeEndElement();
  }

  private static void table(XMLStreamWriter page, AttackGroup group, List<AttackOutcome> outcomes)
      throws XMLStreamException {
    element(page, "h2", group.title());
    page.writeStartElement("table");
    page.writeStartElement("thead");
    page.writeStartElement("tr");
    for (String heading :
        Arrays.asList("Attack", "Hardened", "Stopped by", "Weakened", "Weakness", "Sources")) {
      element(page, "th", heading);
    }
    page.writeEndElement();
    page.writeEndElement();
    page.writeStartElement("tbody");
    for (AttackOutcome outcome : outcomes) {
      row(page, outcome);
    }
    page.writeEndElement();
    page.writeEndElement();
  }

  private static void row(XMLStreamWriter page, AttackOutcome outcome) throws XMLStreamException {
    AttackCard card = outcome.attack().card();
    page.writeStartElement("tr");
    page.writeStartElement("th");
    page.writeAttribute("scope", "row");
    page.writeCharacters(card.title());
    element(page, "small", card.name());
    page.writeEndElement();
    verdict(page, outcome.hardened(), !outcome.hardened().succeeded());
    code(page, outcome.stoppedBy());
    verdict(page, outcome.weakened(), outcome.weakened().succeeded());
    code(page, card.weakness());
    element(page, "td", String.join(", ", card.sources()));
    page.writeEndElement();
  }

  private static void verdict(XMLStreamWriter page, AttackResult result, boolean asItShouldBe)
      throws XMLStreamException {
    page.writeStartElement("td");
    page.writeAttribute("class", asItShouldBe ? "well" : "badly");
    page.writeCharacters((asItShouldBe ? "✓ " : "✗ ") + result.word());
    page.writeEndElement();
  }

  private static void code(XMLStreamWriter page, String words) throws XMLStreamException {
    page.writeStartElement("td");
    element(page, "code", words);
    page.writeEndElement();
  }

  private static void element(XMLStreamWriter page, String name, String words)
      throws XMLStreamException {
    page.writeStartElement(name);
    page.writeCharacters(words);
    page.writeEndElement();
  }
}

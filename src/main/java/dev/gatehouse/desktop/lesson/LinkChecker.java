package dev.gatehouse.desktop.lesson;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Checks where links lead: to a section of an RFC, whose text must name the same section, or to
 * something of the program's own, such as {@code attack:jwt-tampered}. Nothing is fetched.
 */
final class LinkChecker {
  private static final Pattern RFC =
      Pattern.compile(
          "https://www\\.rfc-editor\\.org/rfc/rfc([1-9][0-9]{0,4})"
              + "(?:#(?:section-([0-9]+(?:\\.[0-9]+)*)|appendix-([A-Z](?:\\.[0-9]+)*)))?");
  private static final Pattern RFC_TEXT =
      Pattern.compile("RFC ([0-9]+)(?: (?:§([0-9.]+[0-9]|[0-9])|appendix ([A-Z](?:\\.[0-9]+)*)))?");
  private static final Map<String, Names.Kind> OWN =
      Map.of(
          "attack", Names.Kind.ATTACK,
          "check", Names.Kind.CHECK,
          "rule", Names.Kind.RULE,
          "weakness", Names.Kind.WEAKNESS);

  private final Names names;
  private final Problems problems;

  LinkChecker(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** Notes every link that leads nowhere. */
  void check(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            checkLink(link);
            visitChildren(link);
          }
        });
  }

  private void checkLink(Link link) {
    String target = link.getDestination();
    String[] parts = target.split(":", 2);
    if (parts.length == 2 && OWN.containsKey(parts[0])) {
      Names.Kind kind = OWN.get(parts[0]);
      if (!names.knows(kind, parts[1])) {
        problems.add(lineOf(link), "unknown " + kind.words() + " \"" + parts[1] + "\"");
      }
      return;
    }
    String text = textOf(link);
    if (text.startsWith("RFC ") || target.matches("(?i).*\\brfc-?[0-9]+.*")) {
      checkRfc(link, text, target);
    } else if (!target.startsWith("https://")) {
      problems.add(
          lineOf(link),
          "a link leads to https://, attack:, check:, rule: or weakness:, not to " + target);
    }
  }

  private void checkRfc(Link link, String text, String target) {
    Matcher to = RFC.matcher(target);
    if (!to.matches()) {
      problems.add(
          lineOf(link),
          "an RFC is linked as https://www.rfc-editor.org/rfc/rfcNNNN#section-N, not as " + target);
      return;
    }
    Matcher said = RFC_TEXT.matcher(text);
    if (said.find() && !sameSection(said, to)) {
      problems.add(
          lineOf(link), "the text says \"" + said.group() + "\", but the link leads to " + target);
    }
  }

  private static boolean sameSection(Matcher said, Matcher to) {
    for (int group = 1; group <= 3; group++) {
      String here = said.group(group);
      if (here == null ? to.group(group) != null : !here.equals(to.group(group))) {
        return false;
      }
    }
    return true;
  }

  private static String textOf(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  private static int lineOf(Link link) {
    return link.getSourceSpans().stream().findFirst().map(SourceSpan::getLineIndex).orElse(0) + 1;
  }
}

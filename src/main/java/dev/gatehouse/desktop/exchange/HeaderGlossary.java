package dev.gatehouse.desktop.exchange;

import java.util.Optional;

/** What each header line is for, in a sentence or two, with where that is written. */
public final class HeaderGlossary {
  private final Glossary glossary = Glossary.read(HeaderGlossary.class, "headers.yaml", false);

  /** What is known of a header, its name compared without case (RFC 9110 §5.1). */
  public Optional<Glossary.Entry> find(String name) {
    return glossary.find(name);
  }

  /** What a header is for; for one that we do not know, that we do not. */
  public Glossary.Entry explain(String name) {
    return find(name)
        .orElseGet(
            () ->
                new Glossary.Entry(
                    name,
                    "No standard header known to us. Programs may agree on headers of their own; those who do not know"
                        + " one pass it over.",
                    "RFC 9110 §5.1"));
  }
}

package dev.gatehouse.server.httpsignature;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is signed of a message, written in the one way in which both sides write it (RFC 9421 §2.5):
 * a line for each component that is covered, and a last one with the parameters of the signature.
 *
 * @param text the lines, with line breaks between them
 */
public record SignatureBase(String text) {

  /**
   * The base of a signature over this message.
   *
   * @throws ComponentException if a component is covered that the message does not have, or that
   *     cannot be read in one way alone
   */
  public static SignatureBase of(Message message, SignatureParameters parameters)
      throws ComponentException {
    StringBuilder text = new StringBuilder();
    Set<String> covered = new HashSet<>();
    for (Component component : parameters.components()) {
      if (!covered.add(component.identity())) {
        throw new ComponentException(component.text() + " is covered twice");
      }
      text.append(component.text()).append(": ").append(value(message, component)).append('\n');
    }
    text.append("\"@signature-params\": ").append(parameters.text());
    return new SignatureBase(text.toString());
  }

  /** The bytes that are signed: one for each character, as a field has them (RFC 9110 §5.5). */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String value(Message message, Component component) throws ComponentException {
    component.demandKnownParameters();
    if (!component.name().equals(component.name().toLowerCase(Locale.ROOT))) {
      throw new ComponentException(component.text() + " is not in lower case");
    }
    Message meant = message;
    if (component.has("req")) {
      if (message.request() == null) {
        throw new ComponentException(component.text() + " asks for a request that was answered");
      }
      meant = message.request();
    }
    String value =
        component.isDerived()
            ? DerivedComponents.value(meant, component)
            : FieldComponents.value(meant, component);
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new ComponentException(component.text() + " has a line break in it");
    }
    return value;
  }
}

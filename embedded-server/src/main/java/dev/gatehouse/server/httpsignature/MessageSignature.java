package dev.gatehouse.server.httpsignature;

import dev.gatehouse.server.trace.Header;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;

/**
 * A signature as a message carries it (RFC 9421 §4), under a label that says which parameters and
 * which bytes belong together.
 *
 * @param label for example {@code sig1}
 * @param parameters what it says of itself
 * @param value the signature; empty if the message has only what is said of it
 */
public record MessageSignature(String label, SignatureParameters parameters, byte[] value) {
  /** The field that says what is covered (RFC 9421 §4.1). */
  public static final String INPUT_FIELD = "Signature-Input";

  /** The field with the signatures (RFC 9421 §4.2). */
  public static final String FIELD = "Signature";

  /** The field by which a signature is asked for (RFC 9421 §5.1). */
  public static final String REQUEST_FIELD = "Accept-Signature";

  /** Whether it is one of the two in which signatures come. */
  public static boolean isField(Header header) {
    return header.name().equalsIgnoreCase(INPUT_FIELD) || header.name().equalsIgnoreCase(FIELD);
  }

  /**
   * Every signature of a message.
   *
   * @throws ComponentException if its fields are not written as RFC 9421 has them, or do not belong
   *     together
   */
  public static List<MessageSignature> in(List<Header> headers) throws ComponentException {
    Map<String, ListElement<?>> inputs = dictionary(headers, INPUT_FIELD);
    Map<String, ListElement<?>> values = dictionary(headers, FIELD);
    if (!inputs.keySet().equals(values.keySet())) {
      throw new ComponentException("a label that stands in one of both fields only");
    }
    List<MessageSignature> found = new ArrayList<>();
    for (Map.Entry<String, ListElement<?>> input : inputs.entrySet()) {
      if (!(input.getValue() instanceof InnerList list)) {
        throw new ComponentException(INPUT_FIELD + " has a member that is no list");
      }
      if (!(values.get(input.getKey()) instanceof ByteSequenceItem value)) {
        throw new ComponentException(FIELD + " has a member that is no sequence of bytes");
      }
      found.add(
          new MessageSignature(input.getKey(), SignatureParameters.of(list), bytes(value.get())));
    }
    return found;
  }

  /** The value of its field {@link #INPUT_FIELD}. */
  public String inputValue() {
    return label + "=" + parameters.text();
  }

  /** The value of its field {@link #FIELD}. */
  public String fieldValue() {
    return label + "=" + ByteSequenceItem.valueOf(value).serialize();
  }

  private static Map<String, ListElement<?>> dictionary(List<Header> headers, String name)
      throws ComponentException {
    List<String> lines =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase(name))
            .map(Header::value)
            .toList();
    if (lines.isEmpty()) {
      throw new ComponentException("no " + name);
    }
    try {
      Dictionary dictionary = new Parser(lines).parseDictionary();
      return dictionary.get();
    } catch (IllegalArgumentException unreadable) {
      throw new ComponentException(name + " is not written as a dictionary (RFC 8941 §3.2)");
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}

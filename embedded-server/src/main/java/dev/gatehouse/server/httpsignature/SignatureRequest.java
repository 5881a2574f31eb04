package dev.gatehouse.server.httpsignature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;

/**
 * One signature that a message asks for (RFC 9421 §5.1).
 *
 * @param label what it is to be called
 * @param components what it is to cover, as it is written: {@code "@method" "@target-uri"}
 * @param parameters what else it is to say, in order; the value is empty where the signer chooses
 */
public record SignatureRequest(String label, String components, Map<String, String> parameters) {
  public SignatureRequest {
    parameters = new LinkedHashMap<>(parameters);
  }

  /**
   * What the value of a field {@code Accept-Signature} asks for.
   *
   * @throws ComponentException if it is not written as RFC 9421 has it
   */
  public static List<SignatureRequest> read(String value) throws ComponentException {
    try {
      List<SignatureRequest> found = new ArrayList<>();
      for (Map.Entry<String, ListElement<? extends Object>> member :
          Parser.parseDictionary(value).get().entrySet()) {
        if (!(member.getValue() instanceof InnerList list)) {
          throw new ComponentException("a member that is no list");
        }
        found.add(of(member.getKey(), list));
      }
      return List.copyOf(found);
    } catch (IllegalArgumentException unreadable) {
      throw new ComponentException("it is not written as a dictionary (RFC 8941 §3.2)");
    }
  }

  private static SignatureRequest of(String label, InnerList list) {
    String components = list.get().stream().map(Item::serialize).collect(Collectors.joining(" "));
    Map<String, String> parameters = new LinkedHashMap<>();
    list.getParams()
        .forEach(
            (name, value) ->
                parameters.put(
                    name, value instanceof BooleanItem ? "" : String.valueOf(value.get())));
    return new SignatureRequest(label, components, parameters);
  }
}

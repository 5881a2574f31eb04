package dev.gatehouse.server.httpsignature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/**
 * What a signature says of itself: the components that it covers, and its parameters (RFC 9421
 * §2.3).
 */
public final class SignatureParameters {
  private static final List<String> TIMES = List.of("created", "expires");
  private static final List<String> TEXTS = List.of("nonce", "alg", "keyid", "tag");

  private final InnerList list;
  private final List<Component> components;

  private SignatureParameters(InnerList list) throws ComponentException {
    this.list = list;
    List<Component> read = new ArrayList<>();
    for (Item<?> item : list.get()) {
      read.add(Component.of(item));
    }
    this.components = List.copyOf(read);
    for (String name : TIMES) {
      demand(name, IntegerItem.class, "a whole number");
    }
    for (String name : TEXTS) {
      demand(name, StringItem.class, "a string in quotes");
    }
  }

  /**
   * Reads them from a list with parameters.
   *
   * @throws ComponentException if a component or a parameter is of another type than it has to be
   */
  static SignatureParameters of(InnerList list) throws ComponentException {
    return new SignatureParameters(list);
  }

  /**
   * Reads them as they are written, for example {@code ("@method");created=1618884473}.
   *
   * @throws ComponentException if they are not written so
   */
  public static SignatureParameters parse(String text) throws ComponentException {
    try {
      return new SignatureParameters(Parser.parseInnerList(text));
    } catch (IllegalArgumentException unreadable) {
      throw new ComponentException("it is not written (\"component\" …);parameter=…");
    }
  }

  /** The same with one more parameter. */
  public SignatureParameters with(String name, String value) {
    return withValue(name, value);
  }

  /** The same with one more parameter, a moment in whole seconds. */
  public SignatureParameters with(String name, Instant value) {
    return withValue(name, value.getEpochSecond());
  }

  private SignatureParameters withValue(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(list.getParams());
    more.put(name, value);
    try {
      return new SignatureParameters(
          InnerList.valueOf(list.get()).withParams(Parameters.valueOf(more)));
    } catch (ComponentException wrongType) {
      throw new IllegalArgumentException(wrongType.reason(), wrongType);
    }
  }

  /** What is covered, in order. */
  public List<Component> components() {
    return components;
  }

  /** Whether all of what has this name is covered. */
  public boolean covers(String name) {
    return components.stream().anyMatch(one -> one.isWhole() && one.name().equals(name));
  }

  /** When it was made, if it says so. */
  public Optional<Instant> created() {
    return moment("created");
  }

  /** Until when it is good, if it says so. */
  public Optional<Instant> expires() {
    return moment("expires");
  }

  /** The number that is used once, if there is one. */
  public Optional<String> nonce() {
    return text("nonce");
  }

  /** The algorithm that it names, if any. */
  public Optional<String> algorithm() {
    return text("alg");
  }

  /** The key that it names, if any. */
  public Optional<String> keyId() {
    return text("keyid");
  }

  /** As they are signed: written strictly (RFC 8941 §4.1.1.1). */
  public String text() {
    return list.serialize();
  }

  private Optional<Instant> moment(String name) {
    return Optional.ofNullable(list.getParams().get(name))
        .map(value -> Instant.ofEpochSecond(((IntegerItem) value).getAsLong()));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(list.getParams().get(name)).map(value -> value.get().toString());
  }

  private void demand(String name, Class<?> type, String words) throws ComponentException {
    @Nullable Item<?> value = list.getParams().get(name);
    if (value != null && !type.isInstance(value)) {
      throw new ComponentException(name + " is not " + words);
    }
  }
}

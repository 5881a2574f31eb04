package dev.gatehouse.server.authn;

import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code Cookie: name=value; name=value} (RFC 6265 §5.4). Never throws. */
final class Cookies {
  private Cookies() {}

  /** Every cookie of this name in the request. */
  static List<Presented> find(Arrival arrival, String name) {
    List<Presented> found = new ArrayList<>();
    for (int position = 0; position < arrival.headers().size(); position++) {
      Header header = arrival.headers().get(position);
      if (header.name().equalsIgnoreCase("Cookie")) {
        for (String pair : header.value().split(";", -1)) {
          String[] parts = pair.strip().split("=", 2);
          if (parts[0].equals(name)) {
            found.add(new Presented(Location.COOKIE, position, parts.length == 2 ? parts[1] : ""));
          }
        }
      }
    }
    return found;
  }
}

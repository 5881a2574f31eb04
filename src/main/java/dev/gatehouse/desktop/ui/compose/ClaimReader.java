package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.HumanTime;
import dev.gatehouse.desktop.credential.JwtClaim;
import dev.gatehouse.desktop.credential.JwtClaims;
import dev.gatehouse.desktop.ui.compose.EditedClaim.Change;
import dev.gatehouse.desktop.ui.compose.JsonText.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the members of a header or payload into words, and compares them with those as issued. */
final class ClaimReader {
  private static final String EXPIRY = "exp";

  private final Map<String, JwtClaim> words = new LinkedHashMap<>();
  private final Instant now;

  /** A reader that takes its words from here. */
  ClaimReader(JwtClaims glossary, String header, String payload, Instant now) {
    this.now = now;
    for (JwtClaim claim : glossary.explain(header, payload, now)) {
      words.put(claim.part() + claim.name(), claim);
    }
  }

  /** The claims in order, and after them those that were taken out. */
  List<EditedClaim> read(JwtClaim.Part part, String text, String issued) {
    Map<String, String> before = new LinkedHashMap<>();
    JsonText.members(issued).forEach(member -> before.put(member.name(), member.value()));
    List<EditedClaim> claims = new ArrayList<>();
    for (Member member : JsonText.members(text)) {
      @Nullable String old = before.remove(member.name());
      claims.add(claim(part, member.name(), member.value(), change(member, old, issued)));
    }
    if (JsonText.problem(text).isEmpty()) {
      before.forEach(
          (name, value) -> claims.add(new EditedClaim(name, "", "", "", Change.TAKEN_OUT)));
    }
    return claims;
  }

  private static Change change(Member member, @Nullable String old, String issued) {
    if (issued.isEmpty() || member.value().equals(old)) {
      return Change.NONE;
    }
    return old == null ? Change.ADDED : Change.CHANGED;
  }

  private EditedClaim claim(JwtClaim.Part part, String name, String value, Change change) {
    @Nullable JwtClaim known = words.get(part + name);
    if (known == null) {
      return new EditedClaim(name, value, "", "", change);
    }
    String source = known.source().isEmpty() ? "" : " (" + known.source() + ")";
    String means = known.means().isEmpty() ? "" : " Here: " + known.means() + ".";
    String time = part == JwtClaim.Part.PAYLOAD && !means.isEmpty() ? time(name, value) : "";
    return new EditedClaim(name, value, known.text() + source + means, time, change);
  }

  /** For example {@code in 58 minutes} or {@code expired 3 days ago}; empty for what is no time. */
  private String time(String name, String value) {
    if (!value.matches("[0-9]{1,11}")) {
      return "";
    }
    Instant time = Instant.ofEpochSecond(Long.parseLong(value));
    boolean expired = name.equals(EXPIRY) && time.isBefore(now);
    return (expired ? "expired " : "") + HumanTime.relative(time, now);
  }
}

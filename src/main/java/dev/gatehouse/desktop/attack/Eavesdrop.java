package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.authn.OwnHosts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;

/** Reads the victim's traffic on the way and reuses what stands in it. */
@AutoService(Attack.class)
public final class Eavesdrop implements Attack {
  private static final String AUTHORIZATION = "Authorization";
  private static final Pattern CREDENTIAL =
      Pattern.compile("^Authorization: (.+)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  @Override
  public AttackCard card() {
    return new AttackCard(
        "eavesdrop",
        "Eavesdropping",
        AttackGroup.WIRE,
        "The attacker runs the access point through which Alice's program calls the API, and reads what it passes on.",
        "A place on the way: an access point, a router, a proxy.",
        "The server speaks plain HTTP over a network too and asks for a password there, so Alice's program sends it for all on"
            + " the way to read.",
        "cleartext-transport",
        List.of("RFC 7617 §4", "RFC 6750 §5.3", "CWE-319"),
        "Answer over HTTPS alone, and refuse anything else before asking for a credential: once it was sent, it has been read.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try (RecordingRelay relay = RecordingRelay.to(target.base())) {
      callThrough(relay, target);
      Matcher heard = CREDENTIAL.matcher(relay.heard());
      if (!heard.find()) {
        return target.end(false, Events.GAIN);
      }
      String credential = target.makes("Read what was passed on.", AUTHORIZATION, heard.group(1));
      Hop events =
          target.send(
              "Send the same from the attacker's own machine.",
              target.get(Events.VICTIMS).withHeader(AUTHORIZATION, credential));
      return target.end(Events.areIn(events), Events.GAIN);
    }
  }

  /** Like most programs, Alice's shows its credential to a server that asks for one. */
  private static void callThrough(RecordingRelay relay, Target target) throws InterruptedException {
    Draft call =
        target
            .get(Events.VICTIMS)
            .withHeader("Host", OwnHosts.NETWORK_NAME + ":" + target.base().getPort());
    Hop asked =
        target.sendThrough(
            relay, "Alice's program asks for her events, over the attacker's access point.", call);
    boolean wanted =
        ChallengeReader.read(asked.headers()).stream()
            .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("Basic"));
    if (wanted) {
      String password = target.loot().secret(Loot.VICTIM, "password");
      target.sendThrough(
          relay,
          "The server asks who calls, so the program sends her password.",
          call.withHeader(AUTHORIZATION, Credentials.basic(Loot.VICTIM, password)));
    }
  }
}

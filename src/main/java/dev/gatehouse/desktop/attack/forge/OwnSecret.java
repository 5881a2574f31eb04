package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.attack.SharedSecret;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signs by HMAC with a secret that is chosen, and writes into kid what is chosen. */
public final class OwnSecret implements Forgery {
  private static final Choice KID =
      new Choice(
          "kid", List.of("../../dev/null", "' UNION SELECT 'chosen' --", "legacy", "no-such-key"));

  private static final Choice SECRET = new Choice("secret", List.of("", "secret", "chosen"));

  @Override
  public String title() {
    return "A secret and a kid of your own";
  }

  @Override
  public String does() {
    return "Says HS256, writes this kid into the header, and signs with this secret.";
  }

  @Override
  public List<Choice> choices() {
    return List.of(KID, SECRET);
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) throws CredentialException {
    byte[] secret = with.of(SECRET).getBytes(StandardCharsets.UTF_8);
    return new SharedSecret(secret).signAs(with.of(KID), token);
  }
}

package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.io.IOException;
import java.util.function.BinaryOperator;

/**
 * A token service that signs with a key that the API trusts, and writes its tokens by pasting text
 * together. Before it signs, it looks whether they are about the one who signed in.
 */
final class CarelessIssuer {
  private static final JsonFactory JSON = new JsonFactory();

  private final BinaryOperator<String> signer;

  /**
   * A service.
   *
   * @param signer signs this header and this payload, as they stand
   */
  CarelessIssuer(BinaryOperator<String> signer) {
    this.signer = signer;
  }

  /**
   * A token for somebody who signed in.
   *
   * @param usual what it would issue to a person without a name
   * @param person who signed in
   * @param displayName what they call themselves
   * @throws CredentialException if that breaks the token, or it is about somebody else
   */
  String issue(CompactToken usual, String person, String displayName) throws CredentialException {
    String claims = usual.payload();
    String payload =
        claims.substring(0, claims.lastIndexOf('}')) + ",\"name\":\"" + displayName + "\"}";
    if (!person.equals(firstSubject(payload))) {
      throw new CredentialException("The token service found that this token is another's.");
    }
    return signer.apply(usual.header(), payload);
  }

  /** What stands there first under this name, as a reader says that looks no further. */
  private static String firstSubject(String payload) throws CredentialException {
    try (JsonParser parser = JSON.createParser(payload)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("sub")) {
          return parser.getText();
        }
        parser.skipChildren();
      }
      return "";
    } catch (IOException broken) {
      throw new CredentialException("The token service made a token that is not JSON.");
    }
  }
}

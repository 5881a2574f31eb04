package dev.gatehouse.server.scram;

import com.ongres.saslprep.SASLprep;
import com.ongres.stringprep.Profile;

/**
 * One form for names and passwords that look the same and are typed in different ways (RFC 4013),
 * so that their hashes are the same.
 */
public final class SaslPrep {
  private static final Profile PROFILE = new SASLprep();

  private SaslPrep() {}

  /**
   * The form of this text that is compared and hashed. Characters that are not assigned yet stay as
   * they are.
   *
   * @throws ScramException if there is a character in it that must not be, or nothing is left
   */
  public static String prepare(String text) throws ScramException {
    String prepared = "";
    try {
      prepared = PROFILE.prepareQuery(text);
    } catch (IllegalArgumentException prohibited) {
      throw new ScramException("a character that names and passwords must not have");
    } catch (IndexOutOfBoundsException nothingLeft) {
      // The library stumbles over a text all of whose characters are mapped to nothing.
    }
    if (prepared.isEmpty()) {
      throw new ScramException("nothing that counts");
    }
    return prepared;
  }
}

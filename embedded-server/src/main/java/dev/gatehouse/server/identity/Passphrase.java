package dev.gatehouse.server.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords for demo people: easy to read aloud and to type, and far too many to be guessed through
 * a throttle.
 */
final class Passphrase {
  private static final int WORDS_IN_EACH = 3;
  private static final List<String> WORDS =
      List.of(
          ("amber apple arrow badge basil beach birch blaze bloom brave brick brook cabin candy cedar chalk charm cliff"
                  + " cloud clove coral crane creek crisp daisy delta dolly dream drift eagle early ember fable fancy"
                  + " feast fern field flame fleet flint flora forge frost fruit giant glade globe grape green grove"
                  + " happy haven hazel heron honey house ivory jelly jolly juice kiosk koala lemon light lilac linen"
                  + " llama lunar maple marsh meadow melon merry mango misty moose north novel ocean olive onion orbit"
                  + " otter paint panda paper peach pearl piano pilot plaza plume polar poppy prism quail quiet quilt"
                  + " rapid raven river robin sable salsa sandy scout shell shore silky smile solar spice spoon stone"
                  + " storm sugar sunny swift table tango thyme tiger toast topaz torch tulip vivid wagon whale willow")
              .split(" "));

  private Passphrase() {}

  /** Three words and four digits, about 34 bits, for example {@code cedar-orbit-plume-4821}. */
  static String random() {
    String words =
        Stream.generate(() -> WORDS.get(Secrets.number(WORDS.size())))
            .limit(WORDS_IN_EACH)
            .collect(Collectors.joining("-"));
    return String.format(Locale.ROOT, "%s-%04d", words, Secrets.number(10_000));
  }
}

package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.crack.Cracked;
import dev.gatehouse.desktop.attack.crack.Cracker;
import dev.gatehouse.desktop.attack.crack.PasswordHash;
import dev.gatehouse.desktop.attack.crack.Progress;
import dev.gatehouse.desktop.attack.crack.WordList;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.identity.StoredPassword;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cracks the password hashes in a copy of the table of people. */
@AutoService(Attack.class)
public final class StolenDatabase implements Attack {
  /** Enough to see how slow it is. */
  private static final int TRIED_ON_THE_SLOW_HASH = 4;

  private static final int SECONDS_IN_A_MINUTE = 60;

  @Override
  public AttackCard card() {
    return new AttackCard(
        "stolen-database",
        "Passwords from a stolen table",
        AttackGroup.PASSWORDS,
        "The attacker has a copy of the table of people and tries the 30,000 most common passwords on the hashes in it, at"
            + " home, where nobody counts.",
        "A copy of the table, from a backup or by SQL injection.",
        "Beside Alice's slow hash a fast one is left from former times, and its password still opens the account.",
        "fast-password-hash",
        List.of("NIST SP 800-63B-3 §5.1.1.2", "OWASP API2:2023", "CWE-916"),
        "Store a slow hash with a salt, such as Argon2id (RFC 9106), delete the fast ones, and let whoever had one set a"
            + " new password (NIST SP 800-63B-3 §5.1.1.2).");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Optional<StoredPassword> alice =
        target.loot().storedPasswords().stream()
            .filter(stored -> stored.personId().equals(Loot.VICTIM))
            .findFirst();
    if (alice.isEmpty()) {
      return target.end(false, Events.GAIN);
    }
    target.makes("Copy the table of people.", "Alice's hash", alice.get().hash());
    WordList words = WordList.commonPasswords();
    trySlowly(target, words.words().size(), alice.get().hash());
    Optional<String> found = tryFast(target, words, alice.get().former());
    if (found.isEmpty()) {
      return target.end(false, Events.GAIN);
    }
    Hop answer =
        target.send(
            "Ask for Alice's events with that password.",
            Passwords.on(target.get(Events.VICTIMS), Loot.VICTIM, found.get()));
    return target.end(Events.areIn(answer), Events.GAIN);
  }

  private static void trySlowly(Target target, int all, String hash) throws InterruptedException {
    Progress progress =
        crack(target, WordList.commonPasswords(TRIED_ON_THE_SLOW_HASH), hash).progress();
    long minutes = all / Math.max(1, progress.perSecond()) / SECONDS_IN_A_MINUTE;
    target.makes(
        "Try the list on it. It is Argon2id: no more than a few words a second.",
        "tried",
        "%s: the whole list takes %d minutes, and is to be tried on each person anew"
            .formatted(progress.words(), minutes));
  }

  private static Optional<String> tryFast(Target target, WordList words, @Nullable String hash)
      throws InterruptedException {
    if (hash == null) {
      return Optional.empty();
    }
    target.makes("Find a hash from former times beside it.", "SHA-256 without a salt", hash);
    Cracked cracked = crack(target, words, hash);
    target.makes(
        "Try the list on that.",
        "found",
        cracked.word().orElse("nothing") + ", after " + cracked.progress().words());
    return cracked.word();
  }

  private static Cracked crack(Target target, WordList words, String hash)
      throws InterruptedException {
    return new Cracker().crack(words, PasswordHash.in(hash).orElseThrow(), target::progress);
  }
}

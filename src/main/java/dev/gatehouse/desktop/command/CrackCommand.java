package dev.gatehouse.desktop.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.desktop.attack.crack.Cracked;
import dev.gatehouse.desktop.attack.crack.Cracker;
import dev.gatehouse.desktop.attack.crack.Lock;
import dev.gatehouse.desktop.attack.crack.Progress;
import dev.gatehouse.desktop.attack.crack.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for the secret behind a token or a stored password hash. */
@Command(
    name = "crack",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tries words on a token that is signed with a secret (HS256, HS384, HS512), or on a stored password hash",
      "(Argon2 as a PHC string, or SHA-256 in hexadecimal), on all processors and without asking any server.",
      "Prints the secret, or null, and how many words were tried, as one JSON object on one line."
    },
    footer = {
      "",
      "Exit code: 0 if the secret was found, 1 if no word of the list is it, 2 wrong usage.",
      "Try it on what is yours."
    })
final class CrackCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int NOT_FOUND = 1;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description =
          "the words to try, one on each line, in UTF-8 (default: the 30,000 most common passwords)")
  private @Nullable Path wordFile;

  @Parameters(
      index = "0",
      paramLabel = "TOKEN",
      description =
          "the token in compact form, or the hash; - reads it from the first line of standard input")
  private @Nullable String given;

  @Spec private @Nullable CommandSpec spec;

  private final InputStream input;
  private final boolean terminal;

  /**
   * The command.
   *
   * @param input what stands for {@code -}
   * @param terminal whether somebody watches, who is told how far it has come
   */
  CrackCommand(InputStream input, boolean terminal) {
    this.input = input;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Lock lock =
        Lock.in(text())
            .orElseThrow(
                () ->
                    misused("this is no token that is signed with a secret, and no password hash"));
    Cracked cracked = new Cracker().crack(words(), lock, this::tell);
    if (terminal) {
      Console.messages(spec).println();
    }
    print(cracked);
    return cracked.word().isPresent() ? ExitCode.OK : NOT_FOUND;
  }

  private String text() throws IOException {
    String text = Objects.requireNonNull(given);
    return text.equals(STANDARD_INPUT)
        ? Objects.requireNonNullElse(new TokenLines(input).next(), "")
        : text;
  }

  private WordList words() {
    Path file = wordFile;
    if (file == null) {
      return WordList.commonPasswords();
    }
    try {
      return WordList.read(file);
    } catch (NoSuchFileException missing) {
      throw misused("--words " + file + ": there is no such file");
    } catch (IOException unreadable) {
      throw misused("--words " + file + ": it cannot be read");
    }
  }

  /** On one line, each time over what stood there before. */
  private void tell(Progress progress) {
    if (terminal) {
      PrintWriter messages = Console.messages(spec);
      messages.print("\rTried " + progress.words() + "    ");
      messages.flush();
    }
  }

  private void print(Cracked cracked) {
    Progress progress = cracked.progress();
    PrintWriter results = Console.results(spec);
    results.println(
        JsonNodeFactory.instance
            .objectNode()
            .put("secret", cracked.word().orElse(null))
            .put("tried", progress.tried())
            .put("of", progress.of())
            .put("perSecond", progress.perSecond()));
    results.flush();
  }

  private ParameterException misused(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }
}

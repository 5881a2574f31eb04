package dev.gatehouse.desktop.command;

import dev.gatehouse.server.authn.OutsideTokens;
import dev.gatehouse.server.http.ExchangeJson;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.trace.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
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

/** Verifies tokens from anywhere. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Verifies signed tokens (JWS, JWT) from anywhere, by the checks that the server makes of its own.",
      "Prints what each check found, as one JSON object on one line per token."
    },
    footer = {"", "Exit code: 0 if every token is accepted, 1 if one is not, 2 wrong usage."})
final class VerifyCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int REJECTED = 1;

  @Option(
      names = "--jwks",
      required = true,
      paramLabel = "FILE",
      description = "the keys that are trusted: a JWK or a JWK set (RFC 7517)")
  private @Nullable Path keyFile;

  @Option(
      names = "--issuer",
      paramLabel = "I",
      description = "the issuer (iss) that a token must have (default: any or none)")
  private @Nullable String issuer;

  @Option(
      names = "--audience",
      paramLabel = "A",
      description = "the audience (aud) that a token must be meant for (default: any or none)")
  private @Nullable String audience;

  @Option(
      names = "--signature-only",
      description = "stop after the signature; the payload may then be anything")
  private boolean signatureOnly;

  @Parameters(
      index = "0",
      paramLabel = "TOKEN",
      description = {
        "the token in compact form; - reads one token per line from standard input.",
        "An empty line is an empty token, and refused like any other that cannot be read."
      })
  private @Nullable String token;

  @Spec private @Nullable CommandSpec spec;

  private final InputStream input;

  /**
   * The command.
   *
   * @param input what stands for {@code -}
   */
  VerifyCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public Integer call() throws IOException {
    OutsideTokens tokens =
        new OutsideTokens(
            keys(Objects.requireNonNull(keyFile)),
            issuer,
            audience,
            signatureOnly,
            Clock.systemUTC());
    String given = Objects.requireNonNull(token);
    if (!given.equals(STANDARD_INPUT)) {
      return accepted(tokens, given) ? ExitCode.OK : REJECTED;
    }
    return verifyLines(tokens);
  }

  /** Nothing to verify is no success: a script would take it for a token that was accepted. */
  private int verifyLines(OutsideTokens tokens) throws IOException {
    TokenLines lines = new TokenLines(input);
    int read = 0;
    int accepted = 0;
    for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
      read++;
      accepted += accepted(tokens, line) ? 1 : 0;
    }
    if (read == 0) {
      PrintWriter messages = Console.messages(spec);
      messages.println("gatehouse verify: no token came on standard input");
      messages.flush();
    }
    return read > 0 && accepted == read ? ExitCode.OK : REJECTED;
  }

  private boolean accepted(OutsideTokens tokens, String one) {
    Verification verification = tokens.verify(one);
    PrintWriter results = Console.results(spec);
    results.println(ExchangeJson.authenticationNode(verification));
    results.flush();
    return verification.principal().isPresent();
  }

  private JwkSet keys(Path file) {
    JwkSet keys;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      keys = JwkSet.read(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (NoSuchFileException missing) {
      throw unusable(file, "there is no such file");
    } catch (CharacterCodingException notText) {
      throw unusable(file, "it is not UTF-8 text");
    } catch (IOException unreadable) {
      throw unusable(file, "it cannot be read");
    } catch (JoseException noKeys) {
      throw unusable(file, noKeys.problem());
    }
    PrintWriter messages = Console.messages(spec);
    keys.setAside()
        .forEach(
            key ->
                messages.println(
                    "gatehouse verify: the key "
                        + Objects.requireNonNullElse(key.kid(), "without kid")
                        + " is not used: "
                        + key.problem()));
    messages.flush();
    return keys;
  }

  private ParameterException unusable(Path file, String why) {
    return new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "--jwks " + file + ": " + why);
  }
}

package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Journal;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.oauth.BuiltInBrowser;
import dev.gatehouse.desktop.oauth.ClientSettings;
import dev.gatehouse.desktop.oauth.CodeFlow;
import dev.gatehouse.desktop.oauth.DeviceFlow;
import dev.gatehouse.desktop.oauth.DirectFlow;
import dev.gatehouse.desktop.oauth.FlowException;
import dev.gatehouse.desktop.oauth.Granted;
import dev.gatehouse.desktop.oauth.SystemBrowser;
import dev.gatehouse.desktop.oauth.UserAgent;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gets a token from any authorization server. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Gets an access token from any authorization server, and checks all that a client can check.",
      "Prints each request with what was checked of its answer, then the token, as one JSON object on one line each."
          + " What the server itself checks is out of sight."
    },
    footer = {"", "Exit code: 0 if there is a token, 1 if not, 2 wrong usage."})
final class TokenCommand implements Callable<Integer> {
  private static final int NO_TOKEN = 1;
  private static final int REFUSED = 400;

  /** How a token is got. */
  enum Grant {
    CODE("code"),
    CLIENT_CREDENTIALS("client-credentials"),
    DEVICE("device");

    private final String text;

    Grant(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "URL",
      description = "the authorization server; where to go is found under it (RFC 8414, OpenID)")
  private String issuer = "";

  @Option(names = "--client-id", required = true, paramLabel = "ID", description = "the client")
  private String clientId = "";

  @Option(
      names = "--client-secret",
      paramLabel = "S",
      defaultValue = "${env:GATEHOUSE_CLIENT_SECRET:-}",
      description = {
        "its secret, the private JWK with which it signs (RFC 7523), or the certificate that it",
        "shows and its key as PEM (RFC 8705)",
        "(default: the environment's GATEHOUSE_CLIENT_SECRET, or none)"
      })
  private String secret = "";

  @Option(
      names = "--grant",
      paramLabel = "G",
      defaultValue = "code",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Grant grant = Grant.CODE;

  @Option(
      names = "--scope",
      paramLabel = "S",
      defaultValue = "",
      description = "what to ask for, with spaces between; openid for an ID token")
  private String scope = "";

  @Option(
      names = "--redirect-uri",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1/callback",
      description = {
        "where the browser comes back to; a port is chosen if there is none",
        "(default: ${DEFAULT-VALUE})"
      })
  private String redirectUri = "";

  @Option(
      names = "--username",
      paramLabel = "N",
      description =
          "logs in and agrees by itself as this person, with --password or"
              + " GATEHOUSE_PASSWORD; without it your browser is opened")
  private @Nullable String username;

  @Option(
      names = "--password",
      paramLabel = "P",
      defaultValue = "${env:GATEHOUSE_PASSWORD:-}",
      hidden = true)
  private String password = "";

  @Option(names = "--push", description = "pushes the request first (RFC 9126)")
  private boolean pushed;

  @Option(names = "--refresh", description = "renews the token at once (RFC 6749 §6)")
  private boolean renewed;

  @Option(names = "--dpop", description = "binds the token to a key (RFC 9449)")
  private boolean bound;

  @Option(names = "--call", paramLabel = "URL", description = "then gets this with the token")
  private @Nullable String called;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter results = Console.results(spec);
    try (OkHttpWire wire = new OkHttpWire(WireOptions.standard())) {
      Journal journal = new Journal(wire, DraftReview.NONE);
      try {
        Granted granted = granted(journal);
        boolean refused = called != null && !isTaken(journal, granted);
        journal.hops().forEach(hop -> results.println(HopJson.of(hop)));
        results.println(HopJson.of(granted));
        return refused ? NO_TOKEN : ExitCode.OK;
      } catch (FlowException stopped) {
        journal.hops().forEach(hop -> results.println(HopJson.of(hop)));
        results.println(HopJson.stopped(String.valueOf(stopped.getMessage())));
        return NO_TOKEN;
      }
    } finally {
      results.flush();
    }
  }

  private Granted granted(Journal journal) throws FlowException, InterruptedException {
    ClientSettings settings = new ClientSettings(issuer, clientId, secret, scope, bound);
    Clock clock = Clock.systemUTC();
    return switch (grant) {
      case CODE ->
          new CodeFlow(settings, redirectUri, pushed, renewed, browser()).granted(journal, clock);
      case CLIENT_CREDENTIALS -> DirectFlow.clientCredentials(settings).granted(journal, clock);
      case DEVICE -> new DeviceFlow(settings, browser()).granted(journal, clock);
    };
  }

  private boolean isTaken(Journal journal, Granted granted)
      throws FlowException, InterruptedException {
    Draft call = new Draft("GET", String.valueOf(called), List.of(), new byte[0]);
    Hop hop = journal.send("the call", granted.on(call, journal));
    return hop.status() > 0 && hop.status() < REFUSED;
  }

  /** Without a person's name it is their own browser, and the address is told in any case. */
  private UserAgent browser() {
    if (username != null) {
      return new BuiltInBrowser(username, password);
    }
    return new SystemBrowser(
        url -> {
          PrintWriter messages = Console.messages(spec);
          messages.println("gatehouse token: open this in a browser: " + url);
          messages.flush();
          try {
            SystemBrowser.open(url);
          } catch (IOException none) {
            // It has been told where to go, and can do so by hand, on another machine too.
            messages.println("gatehouse token: no browser could be opened here");
            messages.flush();
          }
        });
  }
}

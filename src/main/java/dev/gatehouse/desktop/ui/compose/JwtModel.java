package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.JsonIndent;
import dev.gatehouse.desktop.credential.JwtClaim.Part;
import dev.gatehouse.desktop.credential.JwtClaims;
import dev.gatehouse.desktop.credential.TokenParts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Token that is being looked at and changed: its three parts as text, kept in step with
 * the encoded token. What nobody changed keeps its very bytes, so that a signature that fits goes
 * on fitting; nothing is ever signed again unasked.
 */
public final class JwtModel {
  private record Explained(List<EditedClaim> parameters, List<EditedClaim> claims) {}

  private final FieldModel field;
  private final ObjectProperty<ServerFacts> facts;
  private final Executor background;
  private final Executor screen;
  private final Clock clock;
  private final Supplier<JwtClaims> glossary;
  private final Latest<Explained> explainer;
  private final StringProperty header = new SimpleStringProperty(this, "header", "");
  private final StringProperty payload = new SimpleStringProperty(this, "payload", "");
  private final StringProperty signature = new SimpleStringProperty(this, "signature", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<SignatureState> state =
      new ReadOnlyObjectWrapper<>(this, "state", SignatureState.ISSUED);
  private final ReadOnlyObjectWrapper<List<EditedClaim>> claims =
      new ReadOnlyObjectWrapper<>(this, "claims", List.of());
  private final ReadOnlyObjectWrapper<List<EditedClaim>> parameters =
      new ReadOnlyObjectWrapper<>(this, "parameters", List.of());
  private TokenParts issued = TokenParts.NOTHING;
  private TokenParts signedHere = TokenParts.NOTHING;
  private TokenParts parts = TokenParts.NOTHING;
  private String refusal = "";
  private boolean reading;
  private boolean writing;

  JwtModel(
      FieldModel field,
      ObjectProperty<ServerFacts> facts,
      Executor background,
      Executor screen,
      Clock clock,
      Supplier<JwtClaims> glossary) {
    this.field = field;
    this.facts = facts;
    this.background = background;
    this.screen = screen;
    this.clock = clock;
    this.glossary = glossary;
    explainer = new Latest<>(background, screen, this::show);
    field.ownProperty().addListener((observable, old, now) -> read());
    field.valueProperty().addListener((observable, old, now) -> read());
    for (StringProperty part : List.of(header, payload, signature)) {
      part.addListener((observable, old, now) -> write());
    }
    read();
  }

  /** The header as JSON text, laid out for reading. */
  public StringProperty headerProperty() {
    return header;
  }

  /** The payload as JSON text, laid out for reading. */
  public StringProperty payloadProperty() {
    return payload;
  }

  /** The signature in base64url. */
  public StringProperty signatureProperty() {
    return signature;
  }

  /** The whole token as it is sent. */
  public StringProperty encodedProperty() {
    return field.valueProperty();
  }

  /** What is odd about it, in words; empty if nothing is. It can be sent all the same. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Where the signature comes from. */
  public ReadOnlyObjectProperty<SignatureState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The claims of the payload in words, in order, and those that were taken out. */
  ReadOnlyObjectProperty<List<EditedClaim>> claimsProperty() {
    return claims.getReadOnlyProperty();
  }

  /** The parameters of the header in words, in order. */
  ReadOnlyObjectProperty<List<EditedClaim>> parametersProperty() {
    return parameters.getReadOnlyProperty();
  }

  /** Sets a claim, the signature kept as it is; null takes it out. */
  public void claim(String name, @Nullable Object value) {
    change(name, value, payload);
  }

  /** Sets a parameter of the header, the signature kept as it is; null takes it out. */
  public void parameter(String name, @Nullable Object value) {
    change(name, value, header);
  }

  /** Sets when it expires, in seconds from now. */
  public void expiresIn(long seconds) {
    claim("exp", clock.instant().getEpochSecond() + seconds);
  }

  /** Says that it is not signed (RFC 7518 §3.6), and takes the signature away. */
  public void unsign() {
    parameter("alg", "none");
    signature.set("");
  }

  /** Has the server's own key sign what stands there, in the background. */
  public void signAgain() {
    TokenSigner signer = facts.get().signer();
    String signedHeader = JsonText.compact(header.get());
    String signedPayload = JsonText.compact(payload.get());
    background.execute(
        () -> {
          try {
            String token = signer.sign(signedHeader, signedPayload);
            screen.execute(() -> signed(token));
          } catch (RuntimeException refused) {
            screen.execute(() -> refused(String.valueOf(refused.getMessage())));
          }
        });
  }

  /** Puts the signature back that the token was issued with, whatever it says now. */
  public void keepOldSignature() {
    signature.set(issued.signature());
  }

  /** The field of the credential that the token is. */
  FieldModel field() {
    return field;
  }

  private void signed(String token) {
    signedHere = TokenParts.of(token).orElse(TokenParts.NOTHING);
    field.valueProperty().set(token);
  }

  private void refused(String why) {
    refusal = "It was not signed: " + why;
    refresh();
  }

  private void change(String name, @Nullable Object value, StringProperty part) {
    CompactToken token = new CompactToken(part.get(), part.get(), "");
    try {
      part.set(JsonIndent.of(token.withClaim(name, value).payload()));
    } catch (CredentialException notJson) {
      refused("mend the JSON first, or take the token as it was issued");
    }
  }

  /** The token was changed as a whole, or somebody else's is to be compared with. */
  private void read() {
    if (writing) {
      return;
    }
    issued = TokenParts.of(field.ownProperty().get()).orElse(TokenParts.NOTHING);
    parts = TokenParts.of(field.value()).orElse(TokenParts.NOTHING);
    reading = true;
    header.set(shown(parts.header()));
    payload.set(shown(parts.payload()));
    signature.set(parts.signature());
    reading = false;
    refusal = "";
    refresh();
  }

  /** One of the three parts was changed. */
  private void write() {
    if (reading) {
      return;
    }
    parts =
        new TokenParts(
            encoded(header.get(), parts.header(), issued.header(), signedHere.header()),
            encoded(payload.get(), parts.payload(), issued.payload(), signedHere.payload()),
            signature.get().strip());
    writing = true;
    field.valueProperty().set(parts.text());
    writing = false;
    refusal = "";
    refresh();
  }

  /** The bytes that were there before, if they say the same; else those of what is written. */
  private static String encoded(String text, String... known) {
    for (String part : known) {
      if (!part.isEmpty() && shown(part).equals(text)) {
        return part;
      }
    }
    return TokenParts.encoded(JsonText.compact(text));
  }

  private static String shown(String part) {
    return TokenParts.decoded(part).map(JsonIndent::of).orElse("");
  }

  private void refresh() {
    Instant now = clock.instant();
    String headerText = header.get();
    String payloadText = payload.get();
    TokenParts before = issued;
    explainer.ask(() -> explained(headerText, payloadText, before, now));
    state.set(SignatureState.of(parts, issued, signedHere));
    problem.set(refusal.isEmpty() ? oddity() : refusal);
  }

  private void show(Explained explained) {
    parameters.set(explained.parameters());
    claims.set(explained.claims());
  }

  private Explained explained(
      String headerText, String payloadText, TokenParts before, Instant now) {
    ClaimReader reader = new ClaimReader(glossary.get(), headerText, payloadText, now);
    return new Explained(
        reader.read(Part.HEADER, headerText, shown(before.header())),
        reader.read(Part.PAYLOAD, payloadText, shown(before.payload())));
  }

  private String oddity() {
    String token = field.value();
    if (token.isBlank()) {
      return "There is no token yet. Choose a person who has one, or paste one under Encoded.";
    }
    if (TokenParts.of(token).isEmpty()) {
      return "A signed token has three parts with two dots between them; this has not. It is sent as it is.";
    }
    for (String name : List.of("header", "payload")) {
      String text = name.equals("header") ? header.get() : payload.get();
      String wrong = JsonText.problem(text);
      if (!wrong.isEmpty()) {
        return "The " + name + " " + wrong + ". It is sent as it is: see what the server says.";
      }
    }
    return "";
  }
}

package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.JwtClaims;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.export.CurlImport;
import dev.gatehouse.desktop.export.CurlSyntaxException;
import dev.gatehouse.desktop.export.Obtained;
import dev.gatehouse.desktop.ui.explain.PlannedLeg;
import dev.gatehouse.desktop.workbench.ApiCall;
import dev.gatehouse.server.trace.Header;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;

/**
 * What is composed: the call, who makes it, with which credential, headers and body; and what is
 * derived from it: what exactly will be sent, and what will be checked. Belongs to the JavaFX
 * thread; needs no window.
 */
public final class ComposeModel {
  private static final int LONGEST_KEYSTROKE = 4;

  private final StringProperty method = new SimpleStringProperty(this, "method", "GET");
  private final StringProperty target = new SimpleStringProperty(this, "target", "/");
  private final StringProperty body = new SimpleStringProperty(this, "body", "");
  private final StringProperty notYet = new SimpleStringProperty(this, "notYet", "");
  private final ObjectProperty<ServerFacts> facts =
      new SimpleObjectProperty<>(this, "facts", ServerFacts.none());
  private final HeadersModel headers = new HeadersModel();
  private final CredentialModel credential;
  private final ReadOnlyObjectWrapper<RequestPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", RequestPreview.none());
  private final Latest<RequestPreview> latest;
  private final Sender sender;
  private final Sending sending;
  private final StepModel steps;
  private final Executor background;
  private final Executor screen;
  private final Clock clock;
  private final Supplier<JwtClaims> glossary;
  private final LatestObtained obtained = new LatestObtained();
  private boolean sendOnceKnown;

  /**
   * A model that shows {@link Composition#first()}.
   *
   * @param types every type of credential; at least one
   * @param sender sends
   * @param background for whatever may take a while
   * @param screen the JavaFX thread
   * @param clock what times in tokens are told by
   */
  public ComposeModel(
      List<CredentialType> types,
      Sender sender,
      Executor background,
      Executor screen,
      Clock clock) {
    this.sender = sender;
    this.background = background;
    this.screen = screen;
    this.clock = clock;
    this.glossary = new Once<>(() -> new JwtClaims(clock.getZone()));
    sending = new Sending(background, screen);
    sending.listen(this::sent);
    steps = new StepModel(screen);
    latest = new Latest<>(background, screen, preview::set);
    credential = new CredentialModel(types, facts, background, screen);
    load(Composition.first());
    List<Observable> inputs =
        List.of(method, target, body, facts, credential.typeProperty(), headers.rows());
    inputs.forEach(input -> input.addListener((InvalidationListener) observable -> changed()));
    facts.addListener((observable, old, now) -> serverKnown());
    target.addListener((observable, old, now) -> pasted(old, now));
    credential.fields().addListener((ListChangeListener<FieldModel>) change -> watchFields());
    watchFields();
    credential.personProperty().addListener((observable, old, now) -> tick());
    credential.typeProperty().addListener((observable, old, now) -> tick());
    facts.addListener((observable, old, now) -> tick());
  }

  /** Fills in what goes by the clock; to be called every so often while there is such a value. */
  public void tick() {
    credential.tick(clock.instant());
  }

  /** For example {@code GET}. */
  public StringProperty methodProperty() {
    return method;
  }

  /** Path and query, or an absolute URL of another server. */
  public StringProperty targetProperty() {
    return target;
  }

  /** The body as text; empty for none. */
  public StringProperty bodyProperty() {
    return body;
  }

  /** Why Send is not to be pressed yet, in words; empty if it is. Set from outside. */
  public StringProperty notYetProperty() {
    return notYet;
  }

  /** What is known of the server; set from outside whenever one has started. */
  public ObjectProperty<ServerFacts> factsProperty() {
    return facts;
  }

  /** The header lines that a person writes. */
  public HeadersModel headers() {
    return headers;
  }

  /** Who calls and with what. */
  public CredentialModel credential() {
    return credential;
  }

  /** What exactly would be sent now. */
  public ReadOnlyObjectProperty<RequestPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Whether something is under way, and what came of it. */
  public Sending sending() {
    return sending;
  }

  /** Whether it is sent step by step, and which step waits. */
  public StepModel steps() {
    return steps;
  }

  /** An editor of a field that holds a JSON Web Token. */
  public JwtModel token(FieldModel field) {
    return new JwtModel(field, facts, background, screen, clock, glossary);
  }

  /** What will be sent and checked with the chosen type of credential, as far as it is known. */
  public List<PlannedLeg> plan() {
    return facts.get().plan(credential.typeProperty().get(), credential.values(), to().url());
  }

  private Target to() {
    return new Target(target.get(), facts.get().base());
  }

  /** The request without its credential. */
  public Draft call() {
    return to().draft(method.get(), headers.list(), body.get());
  }

  /** Takes a call that the API offers: method, path, and an example of a body if it has one. */
  public void choose(ApiCall choice) {
    method.set(choice.method());
    target.set(choice.exampleTarget());
    ApiCall.Body example = choice.body();
    body.set(example == null ? "" : example.example());
    headers.rows().removeIf(row -> row.nameProperty().get().equalsIgnoreCase(Target.CONTENT_TYPE));
    if (example != null && !example.contentType().equals(Target.JSON)) {
      headers.add(Target.CONTENT_TYPE, example.contentType());
    }
  }

  /** Finds out whose credential some values are. */
  public CredentialOwner owner() {
    return new CredentialOwner(facts.get(), credential.types(), credential.personProperty().get());
  }

  /** Puts a command for curl in place of everything that was composed, or says why it cannot. */
  public void importCurl(String command) {
    try {
      CurlImport.Result read = CurlImport.read(command);
      load(Composition.of(read.call(), read.type(), read.values(), owner()));
      sending.tell(String.join(" ", read.notes()));
    } catch (CurlSyntaxException unreadable) {
      sending.tell(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Everything that was composed, as a value. */
  public Composition composition() {
    return new Composition(
        method.get(),
        target.get(),
        credential.personProperty().get(),
        credential.typeProperty().get().type(),
        credential.edits(),
        headers.list(),
        body.get());
  }

  /** Puts this in place of everything that was composed. */
  public void load(Composition composition) {
    method.set(composition.method());
    target.set(composition.target());
    body.set(composition.body());
    headers.set(composition.headers());
    credential.load(composition.person(), composition.credential(), composition.edits());
  }

  /**
   * Sends in the background, or lets a step go that waits; does nothing while something is under
   * way or not to be sent yet.
   */
  public void send() {
    if (steps.waitingProperty().get() != null) {
      steps.send();
      return;
    }
    if (!notYet.get().isEmpty()) {
      return;
    }
    if (CurlImport.looksLikeCurl(target.get())) {
      importCurl(target.get());
      return;
    }
    if (!facts.get().isKnown() && !to().isElsewhere()) {
      sendOnceKnown = true;
      sending.tell("The server is not running yet. This is sent as soon as it is.");
      return;
    }
    credential.whenFitted(this::sendNow);
  }

  private void sendNow() {
    CredentialType type = credential.typeProperty().get();
    Map<String, String> values = credential.values();
    Draft call = call();
    DraftReview review = steps.begin();
    obtained.begins(values);
    sending.start(composition(), () -> sender.send(type, values, call, review));
  }

  private void sent(Sent sent) {
    obtained.ended(sent);
    changed();
  }

  /** Stops what is under way. */
  public void cancel() {
    sendOnceKnown = false;
    sending.cancel();
  }

  /** A command for curl that came in one go is taken apart; what is typed is left alone. */
  private void pasted(String old, String now) {
    boolean atOnce = now.length() - old.length() > LONGEST_KEYSTROKE;
    if (atOnce && CurlImport.looksLikeCurl(now)) {
      screen.execute(() -> importCurl(now));
    }
  }

  private void serverKnown() {
    if (sendOnceKnown) {
      sendOnceKnown = false;
      send();
    }
  }

  private void watchFields() {
    for (FieldModel field : credential.fields()) {
      field.valueProperty().addListener((observable, old, now) -> changed());
    }
    changed();
  }

  private void changed() {
    sending.forgetProblem();
    CredentialType type = credential.typeProperty().get();
    Map<String, String> values = credential.values();
    Draft call = call();
    List<Header> byHand = headers.list();
    boolean here = !to().isElsewhere();
    if (!facts.get().isKnown() && here) {
      // Nobody has a credential yet, and that is no mistake of anybody's.
      return;
    }
    Optional<Obtained> known = obtained.get();
    latest.ask(() -> Previewer.preview(type, values, call, byHand, here, known));
  }
}

package dev.gatehouse.desktop.ui.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.compose.ComposeModels;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Tokens forged by hand: take one, change what it says, choose how it is signed, send it. */
public final class ForgePage implements Page, Explained {
  private static final String TOKEN = "token";

  private final WindowContext context;
  private final ForgeModel model;
  private @Nullable ForgeView view;

  /**
   * The page, its view not made yet.
   *
   * @param passed what was seen of other programs, the newest first
   */
  public ForgePage(WindowContext context, Supplier<List<Exchange>> passed) {
    this.context = context;
    this.model =
        new ForgeModel(
            ComposeModels.of(context, this::send),
            () ->
                Stream.concat(
                        context.history().all().stream().map(HistoryEntry::exchange),
                        passed.get().stream())
                    .toList());
    model
        .compose()
        .sending()
        .listen(
            sent -> {
              if (view != null) {
                view.happened(sent.exchange());
              }
            });
  }

  private Exchange send(
      CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws CredentialException, InterruptedException {
    Map<String, String> forged = new LinkedHashMap<>(values);
    forged.put(TOKEN, forge(values.getOrDefault(TOKEN, "")));
    return context.workbench().send(type, forged, call, review);
  }

  /** Forges, and shows the token. Blocks where the public keys have to be fetched first. */
  private String forge(String token) throws CredentialException, InterruptedException {
    String base = context.workbench().base().map(Object::toString).orElse("");
    CompactToken forged = model.forging().forge(token, base, context.workbench().wire());
    String text = forged.text();
    Platform.runLater(() -> model.forged().set(text));
    return text;
  }

  @Override
  public String id() {
    return "forge";
  }

  @Override
  public String title() {
    return "Forge";
  }

  @Override
  public Feather icon() {
    return Feather.PEN_TOOL;
  }

  @Override
  public Node view() {
    ForgeView made =
        new ForgeView(
            model,
            new ExplanationView(context),
            this::openInExplore,
            name -> context.navigator().open(new Subject.Attack(name)),
            context.theme().em());
    made.getStylesheets()
        .add(
            Objects.requireNonNull(ForgePage.class.getResource("forge.css"), "forge.css")
                .toExternalForm());
    view = made;
    return made;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Enter", "Forge and send", model.compose()::send),
        Shortcut.of("Shortcut+E", "Forge and open in Explore", this::openInExplore),
        Shortcut.of("Esc", "Cancel", model.compose()::cancel));
  }

  @Override
  public Optional<ForgeView> explained() {
    return Optional.ofNullable(view);
  }

  private void openInExplore() {
    Draft call = model.compose().call();
    String token = model.token().encodedProperty().get();
    context
        .background()
        .call(
            () -> forge(token),
            forged ->
                context
                    .navigator()
                    .open(new Subject.Call(call.withHeader("Authorization", "Bearer " + forged))),
            wrong -> context.navigator().status(String.valueOf(wrong.getMessage())));
  }
}

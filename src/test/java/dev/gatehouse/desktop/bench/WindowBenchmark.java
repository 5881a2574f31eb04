package dev.gatehouse.desktop.bench;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.App;
import dev.gatehouse.server.ServerOptions;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * What the screen adds to a request: from Send to the finished explanation against the bare round
 * trip of the same request, and what an answer of 6 MB does to memory and to the JavaFX thread.
 * Needs a display; run by {@code .ci/benchmark}.
 */
public final class WindowBenchmark {
  private static final int ROUNDS = 30;
  private static final int WARM_UP = 10;
  private static final long PATIENCE_SECONDS = 60;

  /** Nobody presses Send while the screen still moves. */
  private static final long REST_MILLIS = 200;

  private static final String SHORT = "/me";
  private static final String LONG = "/calendars/alice-work/events";

  private final Stage stage;

  private WindowBenchmark(Stage stage) {
    this.stage = stage;
  }

  /** Opens the program, measures, and prints two lines. */
  public static void main(String[] arguments) throws Exception {
    App app = new App(ServerOptions.onAnyPort(), Files.createTempDirectory("gatehouse-benchmark"));
    CompletableFuture<Stage> shown = new CompletableFuture<>();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          app.show(stage, new Settings(ThemeChoice.LIGHT, 100, 1280, 800, false, ""), () -> {});
          shown.complete(stage);
        });
    WindowBenchmark benchmark = new WindowBenchmark(shown.get());
    benchmark.waitForPeople();
    benchmark.sending();
    benchmark.largeAnswer();
    app.close();
    System.exit(0);
  }

  private void sending() throws Exception {
    List<Double> screen = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      double millis = sendOnScreen(i % 2 == 0 ? SHORT : LONG);
      if (i >= WARM_UP) {
        screen.add(millis);
      }
    }
    List<Double> bare = new ArrayList<>();
    String url =
        onScreen(() -> button("#address-pill").getAccessibleText())
            .replaceAll(".*?(https?://[0-9.:]+).*", "$1");
    try (OkHttpWire wire = new OkHttpWire(WireOptions.standard())) {
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        long start = System.nanoTime();
        wire.send(
            "bare", new Draft("GET", url + (i % 2 == 0 ? SHORT : LONG), List.of(), new byte[0]));
        if (i >= WARM_UP) {
          bare.add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Send to explanation %.1f ms, bare round trip without a credential %.1f ms, %.1f ms more (aim: under 50)%n",
        median(screen),
        median(bare),
        median(screen) - median(bare));
  }

  private void largeAnswer() throws Exception {
    byte[] body = sixMegabytes();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      long before = usedMegabytes();
      AtomicLong longest = new AtomicLong();
      AnimationTimer heart = onScreen(() -> heartbeat(longest));
      sendOnScreen("http://127.0.0.1:" + server.getAddress().getPort() + "/large");
      TimeUnit.SECONDS.sleep(3);
      onScreen(
          () -> {
            heart.stop();
            return true;
          });
      System.out.printf(
          Locale.ROOT,
          "6 MB of JSON: %d MB more on the heap (aim: under 100), longest stall %.0f ms (aim: under 50)%n",
          usedMegabytes() - before,
          longest.get() / 1e6);
    } finally {
      server.stop(0);
    }
  }

  /** The time from pressing Send to the first layout after the title tells of the answer. */
  private double sendOnScreen(String target) throws Exception {
    CompletableFuture<Long> finished = new CompletableFuture<>();
    onScreen(
        () -> {
          ((TextField) stage.getScene().lookup("#target")).setText(target);
          return true;
        });
    TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
    String before = onScreen(stage::getTitle);
    long start =
        onScreen(
            () -> {
              Runnable[] listener = new Runnable[1];
              listener[0] =
                  () -> {
                    if (!stage.getTitle().equals(before)) {
                      stage.getScene().removePostLayoutPulseListener(listener[0]);
                      finished.complete(System.nanoTime());
                    }
                  };
              stage.getScene().addPostLayoutPulseListener(listener[0]);
              long now = System.nanoTime();
              button("#send").fire();
              return now;
            });
    return (finished.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
  }

  private void waitForPeople() throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (onScreen(
          () ->
              stage.getScene().lookup("#person") instanceof ComboBox<?> box
                  && box.getItems().size() > 1)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("the server did not start");
  }

  /** Notes the longest time between two pulses, less the one that is due. */
  private static AnimationTimer heartbeat(AtomicLong longest) {
    AnimationTimer timer =
        new AnimationTimer() {
          private long last = System.nanoTime();

          @Override
          public void handle(long ignored) {
            long now = System.nanoTime();
            longest.accumulateAndGet(now - last - 16_666_667, Math::max);
            last = now;
          }
        };
    timer.start();
    return timer;
  }

  private Button button(String id) {
    return (Button) stage.getScene().lookup(id);
  }

  private static byte[] sixMegabytes() {
    StringBuilder json = new StringBuilder("{\"events\":[");
    while (json.length() < 6 * 1024 * 1024) {
      json.append("{\"id\":\"event-")
          .append(json.length())
          .append("\",\"title\":\"Planning\",\"start\":\"2026-12-01T09:00:00Z\"},");
    }
    return json.append("{}]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static long usedMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024 * 1024);
  }

  private static <T> T onScreen(Callable<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception wrong) {
            result.completeExceptionally(wrong);
          }
        });
    return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}

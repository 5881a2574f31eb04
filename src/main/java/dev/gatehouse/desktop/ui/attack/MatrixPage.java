package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.AttackReport;
import dev.gatehouse.desktop.exchange.ProgramVersion;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.SaveDialog;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All attacks in one table: what a class did, to look at and to hand on. */
final class MatrixPage implements Page {
  private final WindowContext context;
  private final AttackModel model;
  private @Nullable MatrixView view;

  /**
   * The page.
   *
   * @param model what became of each attack, wherever it was carried out
   */
  MatrixPage(WindowContext context, AttackModel model) {
    this.context = context;
    this.model = model;
  }

  @Override
  public String id() {
    return "matrix";
  }

  @Override
  public String title() {
    return "Matrix";
  }

  @Override
  public Feather icon() {
    return Feather.GRID;
  }

  @Override
  public Node view() {
    MatrixView made =
        new MatrixView(
            model,
            attack -> context.navigator().open(new Subject.Attack(attack.name())),
            new MatrixView.Saving() {
              @Override
              public void page() {
                save("HTML", "html", report -> report.html(Instant.now(), program()));
              }

              @Override
              public void json() {
                save("JSON", "json", AttackReport::json);
              }
            });
    view = made;
    return made;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Enter", "Run all attacks", model::runAll),
        Shortcut.of("Esc", "Cancel", model::cancel),
        Shortcut.of(
            "Shortcut+F",
            "Filter",
            () -> {
              if (view != null) {
                view.focusFilter();
              }
            }));
  }

  private static String program() {
    return "Gatehouse " + ProgramVersion.text();
  }

  private void save(String kind, String ending, Function<AttackReport, String> written) {
    AttackReport report = model.report();
    if (view != null) {
      new SaveDialog("Export the outcomes as " + kind, "gatehouse-attacks." + ending, kind, ending)
          .open(context, view, file -> Files.writeString(file, written.apply(report)));
    }
  }
}

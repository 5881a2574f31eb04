package dev.gatehouse.desktop.ui.shell;

import java.io.File;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/**
 * Asks where to write something, writes it in the background, and says in the status bar what
 * became of it.
 *
 * @param title what the dialog is called
 * @param fileName what the file is called unless somebody says otherwise
 * @param kind what such files are called, for example {@code PEM}
 * @param ending how the names of such files end, without the dot
 */
public record SaveDialog(String title, String fileName, String kind, String ending) {
  /** Writes to a file. */
  @FunctionalInterface
  public interface Writer {
    /** Writes; may block. */
    void write(Path file) throws Exception;
  }

  /**
   * Asks, and writes unless nobody chose a file.
   *
   * @param beside a node of the window that the dialog belongs to
   */
  public void open(WindowContext context, Node beside, Writer writer) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(fileName);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + ending));
    File file = chooser.showSaveDialog(beside.getScene().getWindow());
    if (file == null) {
      return;
    }
    Path path = file.toPath();
    Navigator navigator = context.navigator();
    context
        .background()
        .run(
            () -> writer.write(path),
            () -> navigator.status("Written to " + path),
            wrong ->
                navigator.status("It cannot be written to " + path + ": " + wrong.getMessage()));
  }
}

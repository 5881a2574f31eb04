package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.LessonLibrary;
import dev.gatehouse.desktop.lesson.LessonReader;
import dev.gatehouse.desktop.lesson.NamesOfServer;
import dev.gatehouse.server.GatehouseServer;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** Where the lessons come from: those that ship with the program, or a trainer's own folder. */
final class LessonFolder {
  private final GatehouseServer server;

  /** Lessons whose names are checked against this server. */
  LessonFolder(GatehouseServer server) {
    this.server = server;
  }

  /** Reads the lessons of a folder, or those that ship with the program if it is null. */
  LessonChecker.Report read(@Nullable Path folder) throws IOException, InterruptedException {
    LessonChecker checker = new LessonChecker(new LessonReader(NamesOfServer.of(server)));
    return folder == null ? LessonLibrary.visitBundled(checker::check) : checker.check(folder);
  }

  /**
   * Waits until something in a folder of lessons was changed.
   *
   * @throws InterruptedException if nobody wants to know any longer
   */
  static void awaitChange(Path folder) throws IOException, InterruptedException {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      register(folder, watch);
      for (Path lesson : LessonLibrary.foldersIn(folder)) {
        register(lesson, watch);
      }
      WatchKey key = watch.take();
      key.pollEvents();
    }
  }

  private static void register(Path folder, WatchService watch) throws IOException {
    folder.register(
        watch,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_DELETE,
        StandardWatchEventKinds.ENTRY_MODIFY);
  }
}

package dev.gatehouse.desktop;

import dev.gatehouse.desktop.command.CommandLines;
import dev.gatehouse.desktop.command.OpenWindow;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where the program begins. It knows no JavaFX: commands need no display and start faster without,
 * and a class that extends {@code Application} cannot be started from the class path.
 */
public final class Main {
  private Main() {}

  /** Carries out what the command line says, or opens the window if it names no command. */
  public static void main(String[] arguments) {
    // Results are UTF-8 everywhere, whatever the terminal speaks: they are for other programs to
    // read.
    PrintWriter results =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintWriter messages =
        new PrintWriter(new OutputStreamWriter(System.err, Charset.defaultCharset()), true);
    int code =
        arguments.length == 0
            ? OpenWindow.withoutArguments(messages)
            : CommandLines.create(System.in, results, messages).execute(arguments);
    results.flush();
    messages.flush();
    // Threads of the client may linger for some seconds, and nothing is left to do.
    System.exit(code);
  }
}

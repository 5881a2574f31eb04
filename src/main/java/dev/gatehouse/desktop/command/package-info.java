/**
 * The command line: one class per command. A command reads its arguments, asks the part of the
 * program that knows, and prints what it says: results on standard output, messages on standard
 * error. Exit code 0 means fine, 1 that the answer is no, 2 that it was used wrongly or could not
 * be carried out.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.command.CommandLines}.
 */
@NullMarked
package dev.gatehouse.desktop.command;

import org.jspecify.annotations.NullMarked;

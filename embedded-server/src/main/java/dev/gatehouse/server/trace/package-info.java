/**
 * The vocabulary in which the server decides and explains: checks and their outcomes, rules and
 * their votes, and the record of an exchange. It depends on nothing else here. Nothing in this
 * package knows HTTP, passwords or tokens.
 *
 * <p>Start reading at {@link dev.gatehouse.server.trace.Check}, then {@link
 * dev.gatehouse.server.trace.Verification}: the trace is the decision.
 */
@NullMarked
package dev.gatehouse.server.trace;

import org.jspecify.annotations.NullMarked;

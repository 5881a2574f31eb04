/**
 * The teaching switches: which weaknesses are on. What each of them takes away is declared at the
 * check or rule itself; nothing else in the program may ask whether one is on.
 */
@NullMarked
package dev.gatehouse.server.weakness;

import org.jspecify.annotations.NullMarked;

/**
 * Ways to make a token that nobody issued, each in a file of its own: what the attacks on tokens
 * carry out, and what is done by hand at the bench.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.attack.forge.Forgery}.
 */
@NullMarked
package dev.gatehouse.desktop.attack.forge;

import org.jspecify.annotations.NullMarked;

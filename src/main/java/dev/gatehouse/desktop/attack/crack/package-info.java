/**
 * Finding a secret by trying words: what a thief does with a token or with a stored password hash,
 * at home, where no server counts. Real words, real hashes, all processors.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.attack.crack.Cracker}.
 */
@NullMarked
package dev.gatehouse.desktop.attack.crack;

import org.jspecify.annotations.NullMarked;

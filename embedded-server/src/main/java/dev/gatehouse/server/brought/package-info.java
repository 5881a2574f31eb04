/**
 * The ways in which a token can say itself with which key it is to be verified. A hardened server
 * goes none of them; each is opened by a weakness of its own, which is declared in {@code authn}
 * where the key is asked for. None reaches farther than a demonstration needs: no file of this
 * machine, no table with anything in it. Start reading at {@link
 * dev.gatehouse.server.brought.KeyHint}.
 */
@NullMarked
package dev.gatehouse.server.brought;

import org.jspecify.annotations.NullMarked;

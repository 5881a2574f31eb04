/**
 * Composing a request: the call, who makes it, the credential with its JSON Web Token editor, the
 * headers and the body, and what exactly will be sent. What came of it is shown elsewhere.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.compose.ComposeModel}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.compose;

import org.jspecify.annotations.NullMarked;

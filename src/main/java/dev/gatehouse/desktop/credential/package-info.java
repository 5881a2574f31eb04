/**
 * The caller's half of each scheme: its fields, and how it is put on a request. The form on screen
 * is drawn from the fields; a new type is one class here, found by ServiceLoader. Nothing here
 * knows JavaFX.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.credential.CredentialType}.
 */
@NullMarked
package dev.gatehouse.desktop.credential;

import org.jspecify.annotations.NullMarked;

/**
 * The tab of the Attack page on which tokens are forged by hand. What forges them is in {@code
 * desktop.attack.forge}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.forge.ForgePage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.forge;

import org.jspecify.annotations.NullMarked;

/**
 * Attacks: one small class each, found by ServiceLoader. An attack sends real requests to a real
 * server and is judged by what the server answered, never by the position of a switch. Nothing here
 * knows JavaFX.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.attack.Attack}, then {@link
 * dev.gatehouse.desktop.attack.AttackRunner}.
 */
@NullMarked
package dev.gatehouse.desktop.attack;

import org.jspecify.annotations.NullMarked;

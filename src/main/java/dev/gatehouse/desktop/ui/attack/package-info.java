/**
 * The page of the attacker: a row of tabs, each a page of its own. The first is the catalogue, on
 * which attacks are shown: what the attacker does, step by step, and what becomes of it on a
 * weakened and on a hardened server. The attacks themselves are in {@code desktop.attack}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.attack.AttackPage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.attack;

import org.jspecify.annotations.NullMarked;

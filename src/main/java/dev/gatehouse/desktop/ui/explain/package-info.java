/**
 * What happened: the sequence of hops, every check and rule with its outcome, and the details of
 * whatever is selected. It reads records and never decides anything; nothing is sent from here.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.explain.ExplanationModel}, which needs no
 * window, then {@link dev.gatehouse.desktop.ui.explain.ExplanationView}, which draws it.
 */
@NullMarked
package dev.gatehouse.desktop.ui.explain;

import org.jspecify.annotations.NullMarked;

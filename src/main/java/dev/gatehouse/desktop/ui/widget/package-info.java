/**
 * Small reusable pieces of the screen: cards, banners, pills, tabs, code. They know nothing of
 * servers, exchanges or lessons.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.widget.Card}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.widget;

import org.jspecify.annotations.NullMarked;

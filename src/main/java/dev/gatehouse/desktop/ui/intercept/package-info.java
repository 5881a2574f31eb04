/**
 * The tab of the Attack page on which requests and responses are held on their way, changed, let go
 * or dropped. What holds them is in {@code desktop.intercept}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.intercept.InterceptPage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.intercept;

import org.jspecify.annotations.NullMarked;

/**
 * Every exchange that the embedded server recorded, whoever sent the request: curl, a browser, this
 * program. It listens and filters; what happened is told by {@code ui.explain}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.traffic.TrafficPage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.traffic;

import org.jspecify.annotations.NullMarked;

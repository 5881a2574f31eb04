/**
 * The Calendar API on the wire: Jetty, routes, limits, problems and the explorer of exchanges.
 *
 * <p>Start reading at {@link dev.gatehouse.server.http.Pipeline}, through which every request goes,
 * then {@link dev.gatehouse.server.http.Route}. Nothing here asks whether a weakness is on.
 */
@NullMarked
package dev.gatehouse.server.http;

import org.jspecify.annotations.NullMarked;

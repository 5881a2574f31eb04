/**
 * What the client saw: requests as drafted, hops as they crossed the socket, joined to the server's
 * record by Exchange-Id. Nothing here knows JavaFX.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.exchange.Exchange}.
 */
@NullMarked
package dev.gatehouse.desktop.exchange;

import org.jspecify.annotations.NullMarked;

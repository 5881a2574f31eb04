/**
 * The Calendar API and its gate, as one thing that can be started: {@link
 * dev.gatehouse.server.GatehouseServer} inside another program, {@link dev.gatehouse.server.Main}
 * on its own.
 */
@NullMarked
package dev.gatehouse.server;

import org.jspecify.annotations.NullMarked;

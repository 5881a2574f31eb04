package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.exchange.Exchange;

/**
 * What was sent and what came of it.
 *
 * @param composition what had been composed
 * @param exchange what happened
 */
public record Sent(Composition composition, Exchange exchange) {}

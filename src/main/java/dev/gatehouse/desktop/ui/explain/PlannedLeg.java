package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.credential.Leg;
import dev.gatehouse.server.Catalogue;

/**
 * A request that will be sent, with what the server will check of it.
 *
 * @param leg who will send it to whom, and what the caller will check of the answer
 * @param scheme what the server will check
 */
public record PlannedLeg(Leg leg, Catalogue.Scheme scheme) {}

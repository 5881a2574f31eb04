/**
 * The Server page: address, life, weaknesses, demo people and the certificate authority of the
 * embedded server.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.server.ServerPage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.server;

import org.jspecify.annotations.NullMarked;

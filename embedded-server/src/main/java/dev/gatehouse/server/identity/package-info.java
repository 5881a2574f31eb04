/**
 * People and what is stored to recognise them by: password hashes, digests of keys and tokens,
 * sessions, revocations. Every secret is stored hashed. SQL through Jdbi. Nothing here knows HTTP.
 *
 * <p>Start reading at {@link dev.gatehouse.server.identity.Identity}.
 */
@NullMarked
package dev.gatehouse.server.identity;

import org.jspecify.annotations.NullMarked;

/**
 * What may you do? The policy: an ordered list of rules, each of which votes with a reason.
 *
 * <p>Start reading at {@link dev.gatehouse.server.authz.Policy}. Who the caller is was settled
 * before, in {@code authn}.
 */
@NullMarked
package dev.gatehouse.server.authz;

import org.jspecify.annotations.NullMarked;

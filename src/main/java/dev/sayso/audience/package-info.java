/**
 * Audiences: people picked by a condition or held in a fixed list, with a name, a size
 * and who they are.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "audit", "account", "condition", "consent", "profile", "exchange" })
package dev.sayso.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

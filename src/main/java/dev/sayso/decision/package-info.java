/**
 * Decisions: the best offer a person may see on each placement, or the fallback, with the
 * reason; asked over HTTP, simulated in the console, counted and capped.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "audit", "account", "condition", "consent", "profile", "audience", "offer" })
package dev.sayso.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What a person is shown: the best offers they may see in each placement, or what shows
 * when nothing else may, and why.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "audit", "account", "condition", "consent", "profile", "audience", "offer" })
package dev.sayso.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What came of decisions: propositions, displays and clicks, kept and counted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "audit", "person", "offer.placement",
		"offer", "decision" })
package dev.sayso.decision.outcome;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * What a decision would show to a person, or to somebody made up, with its trace.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account",
		"condition", "person", "consent", "consent.status", "profile", "profile.list", "offer.text", "offer.placement",
		"offer", "decision", "decision.outcome", "decision.editor", "decision.api" })
package dev.sayso.decision.simulation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

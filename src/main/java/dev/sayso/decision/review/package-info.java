/**
 * What is found before a decision goes live.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "store", "condition", "consent", "audience", "offer.placement",
		"offer", "offer.collection", "decision.formula", "decision" })
package dev.sayso.decision.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Formulas written: the names put in by a click, what is wrong at its place, and what
 * they give for a few real people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "condition", "person", "audience", "offer.placement",
		"decision.formula", "decision" })
package dev.sayso.decision.ranking;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Decisions changed and published in the console.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account",
		"condition", "contact", "offer.text", "offer.placement", "offer", "offer.collection", "decision.formula",
		"decision", "decision.review" })
package dev.sayso.decision.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

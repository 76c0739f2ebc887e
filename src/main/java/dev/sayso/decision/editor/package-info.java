/**
 * Decisions changed, published and followed in the console.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "condition",
		"contact", "offer.text", "offer.placement", "offer", "offer.collection", "decision.formula", "decision",
		"decision.outcome", "decision.review" })
package dev.sayso.decision.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

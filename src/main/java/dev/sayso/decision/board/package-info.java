/**
 * The draft of a decision as one page: a ladder for each placement, edited in its place,
 * where whatever is missing is made.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "condition", "audience",
		"audience.eligibility", "contact", "offer.text", "offer.placement", "offer", "offer.collection", "decision",
		"decision.formula", "decision.review", "decision.ranking", "decision.editor" })
package dev.sayso.decision.board;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

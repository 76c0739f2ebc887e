/**
 * Decisions made and edited in the console.
 *
 * <p>
 * The editor is the one exception to how forms and edits are done elsewhere: it reads its
 * forms from the request's parameters and saves a decision by itself, and is to be
 * replaced as a whole.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "condition",
		"audience.eligibility", "contact", "offer.text", "offer.placement", "offer", "offer.collection",
		"decision.formula", "decision", "decision.review" })
package dev.sayso.decision.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

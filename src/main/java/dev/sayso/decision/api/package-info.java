/**
 * Decisions over HTTP: one at a time, in batches, and by OpenFeature's remote evaluation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "audit", "account.token", "condition",
		"person", "consent.status", "profile.list", "contact.feed", "offer.text", "offer.placement", "offer",
		"decision.formula", "decision", "decision.outcome" })
package dev.sayso.decision.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

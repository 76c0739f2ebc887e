/**
 * Selection strategies: criteria with a name of their own, listed, changed once for all
 * that use them, copied and archived.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account", "person",
		"audience.eligibility", "offer.placement", "offer", "offer.collection", "decision", "decision.ranking",
		"decision.editor", "decision.board" })
package dev.sayso.decision.strategy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

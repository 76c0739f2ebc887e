/**
 * What shows to whom: decisions, the live snapshot of what was published, the engine that
 * picks and says why, caps.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "store", "audit", "condition", "person", "consent",
		"consent.status", "audience", "contact", "offer.text", "offer.placement", "offer", "offer.collection",
		"decision.formula" })
package dev.sayso.decision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * A decision that was published, lived with: what came of it, how a site asks for it, its
 * versions, its end and its return.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "person", "profile.list",
		"offer.text", "offer.placement", "offer", "decision", "decision.outcome", "decision.review", "decision.editor",
		"decision.api" })
package dev.sayso.decision.live;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

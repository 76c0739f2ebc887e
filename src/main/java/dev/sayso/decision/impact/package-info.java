/**
 * Who would get what else if a draft went live.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "condition", "person", "consent",
		"profile.list", "offer.placement", "offer", "decision", "decision.editor" })
package dev.sayso.decision.impact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Decisions listed and found, and what uses what.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account", "condition", "person",
		"contact", "offer.placement", "offer", "decision.formula", "decision", "decision.outcome", "decision.editor" })
package dev.sayso.decision.list;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

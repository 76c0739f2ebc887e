/**
 * Where readers go on once they sent a form.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "condition", "person", "consent", "consent.ledger",
		"consent.status", "service", "landing" })
package dev.sayso.landing.thanks;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Opt-ins that wait for confirmation, and how an operator confirms them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "account", "person", "consent", "consent.ledger",
		"landing", "landing.visit" })
package dev.sayso.landing.confirmation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

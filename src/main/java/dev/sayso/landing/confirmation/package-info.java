/**
 * Opt-ins that wait for confirmation: asked about by mail and confirmed by whoever has
 * the address, or by an operator.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "audit", "account", "mail", "person", "consent",
		"consent.ledger", "consent.suppression", "service", "landing", "landing.request", "landing.visit" })
package dev.sayso.landing.confirmation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

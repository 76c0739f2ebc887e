/**
 * What readers of a public page meet and send.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "mail", "person", "consent",
		"consent.ledger", "consent.receipt", "consent.suppression", "consent.status", "service", "landing",
		"landing.request", "landing.form", "landing.theme" })
package dev.sayso.landing.visit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Pages tried out: sent for real as somebody, with what that would change, and nothing
 * kept of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "mail", "person", "consent",
		"consent.ledger", "consent.suppression", "service", "landing", "landing.request", "landing.form",
		"landing.visit", "landing.editor", "landing.report" })
package dev.sayso.landing.trial;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

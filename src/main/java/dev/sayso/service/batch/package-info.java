/**
 * Many people subscribed or unsubscribed together: counted first, then done in the
 * background, and taken back.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account", "person", "consent",
		"consent.ledger", "profile.list", "exchange", "service" })
package dev.sayso.service.batch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * What one person subscribes to: a tab and a card of their page, on which operators
 * subscribe and unsubscribe them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "person", "consent", "consent.ledger",
		"consent.status", "consent.card", "profile", "service" })
package dev.sayso.service.subscriber;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

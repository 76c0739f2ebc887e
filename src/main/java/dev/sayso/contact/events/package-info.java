/**
 * What senders tell of their messages: bounces, complaints, replies and unsubscribes, and
 * what becomes of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account.token",
		"person", "consent", "consent.ledger", "consent.suppression", "profile.device", "contact.inbound",
		"contact.text" })
package dev.sayso.contact.events;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * The tab <em>May we contact?</em> of a person's page: each verdict with its reasons, now
 * and at any instant past.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "person", "consent", "consent.ledger",
		"consent.suppression", "consent.status", "profile", "contact" })
package dev.sayso.contact.panel;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

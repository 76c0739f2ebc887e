/**
 * The cards of a person's page that show and change what they said, and the consents API.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.api", "shared.page",
		"store", "person", "consent", "consent.ledger", "consent.suppression", "consent.status" })
package dev.sayso.consent.card;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

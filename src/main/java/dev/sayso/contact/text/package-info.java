/**
 * Texts to a number: what they mean in six languages, what is written of them and
 * answered to them, and those that somebody has to read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "audit", "account", "person", "consent",
		"consent.ledger", "consent.suppression", "contact.inbound" })
package dev.sayso.contact.text;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

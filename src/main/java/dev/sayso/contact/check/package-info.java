/**
 * The verdict over HTTP, for one, for many, and streaming for any number.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "person", "consent", "consent.ledger",
		"consent.suppression", "consent.status", "service", "contact" })
package dev.sayso.contact.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

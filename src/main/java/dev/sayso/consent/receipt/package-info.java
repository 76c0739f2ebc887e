/**
 * What proves a consent to anybody: a signed record of what was said and of the words it
 * was said to, the keys that sign it, and what a signature is worth.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN,
		allowedDependencies = { "shared", "shared.api", "shared.page", "audit", "person", "consent", "consent.ledger" })
package dev.sayso.consent.receipt;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

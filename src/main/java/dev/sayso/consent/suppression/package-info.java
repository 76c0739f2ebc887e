/**
 * Addresses that must not be used, known by a keyed hash: added, found, lifted, with
 * their history; what becomes of noes when a person is erased and when their address
 * comes back.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.api", "shared.page",
		"store", "account.token", "account", "person", "consent", "consent.ledger" })
package dev.sayso.consent.suppression;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

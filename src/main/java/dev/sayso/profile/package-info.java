/**
 * The pages of one person, the API of people, erasure.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account.token",
		"account", "condition", "person", "consent", "consent.ledger", "consent.suppression", "consent.status",
		"consent.card" })
package dev.sayso.profile;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

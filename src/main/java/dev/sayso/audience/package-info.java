/**
 * Audiences: people picked by a condition or held in a fixed list, with their size,
 * members and versions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account.token",
		"account", "condition", "condition.builder", "person", "consent", "consent.status", "profile", "profile.list",
		"exchange" })
package dev.sayso.audience;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

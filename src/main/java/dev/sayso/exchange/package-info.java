/**
 * People out by file.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account",
		"condition", "person", "consent", "consent.status", "profile", "profile.list", "exchange.file" })
package dev.sayso.exchange;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * People out by file, made in the background and kept for a while, and every file about
 * people that was taken.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account",
		"condition", "person", "consent", "consent.status", "profile", "profile.list", "exchange.file" })
package dev.sayso.exchange;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

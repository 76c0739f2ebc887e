/**
 * What happened to a person, from the ledger and from the history of their details, on a
 * page and as a file.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "shared.page", "audit", "person", "consent", "consent.ledger", "profile" })
package dev.sayso.profile.history;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

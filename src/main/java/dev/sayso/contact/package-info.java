/**
 * What senders ask about contacting people, and the marketing actions they name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account.token",
		"condition", "consent.status" })
package dev.sayso.contact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

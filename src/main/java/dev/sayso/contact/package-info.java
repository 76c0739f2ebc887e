/**
 * What senders ask about contacting people, and the marketing actions they name.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "shared.page", "audit", "account.token", "condition", "consent.status" })
package dev.sayso.contact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

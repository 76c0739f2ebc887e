/**
 * Consent policies: if somebody wants to do this, then only with people who said that;
 * drafted, previewed, enabled, and asked wherever the verdict is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account",
		"condition", "condition.builder", "person", "consent", "consent.status", "audience", "contact" })
package dev.sayso.contact.policy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

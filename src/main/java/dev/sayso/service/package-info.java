/**
 * Services that people subscribe to, and their subscriptions: recorded like the rest of a
 * say, in its ledger and by its rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account.token",
		"account", "mail", "condition", "person", "consent", "consent.ledger", "consent.status", "profile.list",
		"exchange" })
package dev.sayso.service;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

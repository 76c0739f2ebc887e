/**
 * Landing pages built of blocks in the console, previewed, reviewed with fixes, and
 * published.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account.token", "account",
		"condition", "condition.builder", "audience.eligibility", "person", "consent", "service", "landing",
		"landing.request", "landing.theme", "landing.visit", "landing.review" })
package dev.sayso.landing.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * What came of pages: how often they were opened, what was sent by them and what that
 * changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "person", "consent", "consent.ledger", "landing",
		"landing.editor" })
package dev.sayso.landing.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

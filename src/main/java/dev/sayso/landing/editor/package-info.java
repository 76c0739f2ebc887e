/**
 * Landing pages made, edited, reviewed and published in the console.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account.token", "account",
		"person", "consent", "consent.ledger", "landing", "landing.visit" })
package dev.sayso.landing.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

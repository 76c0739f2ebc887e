/**
 * Landing pages made, edited, reviewed and published in the console.
 *
 * <p>
 * The editor is the one exception to how forms and edits are done elsewhere: it reads its
 * forms from the request's parameters and saves a page by itself, and is to be replaced
 * as a whole.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account.token", "account",
		"mail", "person", "consent", "consent.ledger", "service", "landing", "landing.theme", "landing.visit" })
package dev.sayso.landing.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

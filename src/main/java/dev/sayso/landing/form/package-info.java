/**
 * What the form of a public page says: its fields and ticks, and the statements they come
 * to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "person", "consent", "consent.ledger", "consent.suppression",
		"service", "landing", "landing.request" })
package dev.sayso.landing.form;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

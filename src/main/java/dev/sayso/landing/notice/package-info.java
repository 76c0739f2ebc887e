/**
 * What readers of public pages are told by mail: the link that is theirs, and what was
 * done by it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "mail", "person", "consent", "consent.ledger",
		"consent.suppression", "service", "landing", "landing.request", "landing.visit" })
package dev.sayso.landing.notice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

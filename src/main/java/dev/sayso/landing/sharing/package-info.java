/**
 * How pages are brought to people: links, for one and for many, and stops in one click,
 * tested from outside.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "shared.api", "audit", "person", "consent",
		"exchange", "service", "landing", "landing.visit", "landing.editor" })
package dev.sayso.landing.sharing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Offers: what may be shown to whom, when, and how often, in each language.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "store", "audit", "condition", "person", "consent",
		"offer.text", "offer.placement" })
package dev.sayso.offer;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

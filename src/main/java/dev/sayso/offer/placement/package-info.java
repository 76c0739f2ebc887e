/**
 * Where offers show, and what all things of the catalogue have in common: names, keys,
 * labels, uses.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN,
		allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "offer.text" })
package dev.sayso.offer.placement;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

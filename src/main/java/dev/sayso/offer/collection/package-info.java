/**
 * Offers that go together, picked by hand or by qualifiers.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.api", "shared.page",
		"store", "audit", "account", "condition", "offer.text", "offer.placement", "offer" })
package dev.sayso.offer.collection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

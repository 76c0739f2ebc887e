/**
 * People listed, searched and filtered, and contact stopped with many at once.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.page", "store",
		"condition", "person", "consent", "consent.ledger", "consent.status" })
package dev.sayso.profile.list;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Whether a person may be contacted: the verdict with its reasons, for one person and in
 * SQL, with the noes of those who share the address.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.page", "store",
		"condition", "person", "consent", "consent.ledger", "consent.suppression" })
package dev.sayso.consent.status;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

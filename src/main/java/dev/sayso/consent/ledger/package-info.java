/**
 * Recording a say, its append-only ledger, and the proof that nothing in it was changed.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN,
		allowedDependencies = { "shared", "shared.api", "store", "condition", "person", "consent" })
package dev.sayso.consent.ledger;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

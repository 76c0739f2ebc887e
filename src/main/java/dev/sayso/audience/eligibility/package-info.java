/**
 * Whom an offer or a criterion is for: everybody, audiences, or a condition.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN,
		allowedDependencies = { "shared.page", "condition", "condition.builder", "audience" })
package dev.sayso.audience.eligibility;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

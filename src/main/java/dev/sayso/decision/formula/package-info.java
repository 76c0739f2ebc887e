/**
 * The language of formulas that rank offers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "condition", "person", "offer" })
package dev.sayso.decision.formula;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

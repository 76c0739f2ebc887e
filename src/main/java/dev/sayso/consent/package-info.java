/**
 * What a person said: purposes, choices, the current say, the ledger that proves it, and
 * the verdict on whether they may be contacted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "audit", "condition" })
package dev.sayso.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

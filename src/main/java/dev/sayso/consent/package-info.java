/**
 * What a person said: purposes, choices, consents, and the rules by which a new say is
 * weighed against the one that stands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "audit", "condition", "person", "store" })
package dev.sayso.consent;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * The first page of the console, and the search over everything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "condition", "person", "consent" })
package dev.sayso.home;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

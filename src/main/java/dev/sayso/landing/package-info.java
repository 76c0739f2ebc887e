/**
 * Public pages: what they hold, their versions, links and publication, and what was
 * submitted.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "store", "audit", "person", "consent", "service", "landing.theme" })
package dev.sayso.landing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Reads pages as a careful colleague would before they are published, and fixes what it
 * can.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "store", "mail", "condition", "person", "consent", "service",
		"landing", "landing.request", "landing.theme" })
package dev.sayso.landing.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

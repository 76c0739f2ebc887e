/**
 * Landing pages in the configuration file: what one says, what is wrong with it at its
 * place there, and how it is brought and published.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "store", "condition", "person", "service", "landing",
		"landing.request", "landing.theme", "landing.review", "landing.editor" })
package dev.sayso.landing.configuration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

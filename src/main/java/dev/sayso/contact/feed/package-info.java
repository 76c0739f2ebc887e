/**
 * Changes of what people say, in the order in which they became visible, for systems that
 * pull them and for those that are told.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.api", "account.token",
		"person", "consent", "consent.status", "service" })
package dev.sayso.contact.feed;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

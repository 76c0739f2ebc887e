/**
 * The devices that push messages can reach: their tokens, registered by API.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN,
		allowedDependencies = { "shared", "shared.api", "person", "consent.suppression" })
package dev.sayso.profile.device;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

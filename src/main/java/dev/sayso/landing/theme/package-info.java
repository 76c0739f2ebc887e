/**
 * Looks that pages share: colours that can be read, a font, a name or picture on top.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "account" })
package dev.sayso.landing.theme;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Tokens of the API with their scopes.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.page", "audit" })
package dev.sayso.account.token;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

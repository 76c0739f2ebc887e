/**
 * What is configured as one file: told, compared, and brought from one store to another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "account.token", "person" })
package dev.sayso.home.configuration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

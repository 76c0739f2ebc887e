/**
 * What every endpoint of the API has in common: problem details, JSON bodies, cursors,
 * the OpenAPI document.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared" })
package dev.sayso.shared.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * What every page of the console has around it: navigation, messages, error pages, and
 * what other rooms add to a person's page, to Settings and to the search.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "shared.api" })
package dev.sayso.shared.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

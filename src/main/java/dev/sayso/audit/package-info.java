/**
 * Who did what when, for everything that is configured, and who took which file about
 * people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store" })
package dev.sayso.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Who somebody is: details, attributes, addresses in their normal form, how people are
 * found by what a caller calls them, and the history of their details.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "audit", "condition" })
package dev.sayso.person;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

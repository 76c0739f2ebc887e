/**
 * People in and out by file: imports and exports.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "audit", "account", "condition", "consent", "profile" })
package dev.sayso.exchange;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

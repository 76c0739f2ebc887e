/**
 * The editor of a condition, used wherever one says who is meant.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared.page", "condition" })
package dev.sayso.condition.builder;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

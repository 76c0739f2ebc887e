/**
 * How lines and traces come into the log: without what people typed and the store holds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package dev.sayso.shared.log;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Words that all rooms share, with nothing of any room in them: who acts, channels, ids,
 * keys, text without case and accents, times.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.sayso.shared;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

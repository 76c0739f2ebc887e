/**
 * The smallest words all rooms share, the store beneath them, and what every page has
 * around it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.sayso.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

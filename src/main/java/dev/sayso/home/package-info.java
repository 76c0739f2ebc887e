/**
 * The first page of the console, and the search over everything.
 */
@NullMarked
@ApplicationModule
package dev.sayso.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

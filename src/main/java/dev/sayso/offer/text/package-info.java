/**
 * The language of templates in offers: parsed, checked, and filled with escaping that
 * fits the place.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "condition", "person" })
package dev.sayso.offer.text;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

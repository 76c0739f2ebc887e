/**
 * Public pages: made, previewed and published in versions; opened by personal and public
 * links, where people say what they want.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "audit", "account", "consent", "profile" })
package dev.sayso.landing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

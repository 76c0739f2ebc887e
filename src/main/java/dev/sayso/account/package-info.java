/**
 * People who sign in, their roles, API tokens, and all that keeps strangers out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "audit" })
package dev.sayso.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

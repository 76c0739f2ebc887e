/**
 * Who a person is: their details, how they are found, and the tabs that show them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "audit", "account", "condition", "consent" })
package dev.sayso.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What senders ask about contacting people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "account.token" })
package dev.sayso.contact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

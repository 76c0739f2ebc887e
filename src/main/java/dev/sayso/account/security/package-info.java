/**
 * What keeps strangers out: sign-in, limits on failed attempts, sessions, security
 * headers, who may do what by which URL.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "store", "account.token", "account" })
package dev.sayso.account.security;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

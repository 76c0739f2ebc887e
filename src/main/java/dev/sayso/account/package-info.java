/**
 * People who sign in: accounts, roles, passwords, sessions, general settings; the rules
 * of access that rooms bring.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account.token" })
package dev.sayso.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

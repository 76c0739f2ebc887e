/**
 * Mails that Sayso itself sends: what waits for the server, one mail handed over to it,
 * and what became of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "account", "person" })
package dev.sayso.mail;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

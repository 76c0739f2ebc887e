/**
 * What comes in from providers of messages: connectors, whose signatures are checked, and
 * each message taken once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "audit", "account", "person" })
package dev.sayso.contact.inbound;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

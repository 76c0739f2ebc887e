/**
 * What comes in from providers of messages: connectors, who signs what they bring, each
 * message taken once, and what a text to a number means.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "audit", "account", "person", "consent", "consent.ledger",
		"consent.suppression" })
package dev.sayso.contact.inbound;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

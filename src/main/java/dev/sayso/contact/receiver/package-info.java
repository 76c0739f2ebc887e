/**
 * Systems that are told of changes of what people say: by webhooks, by the feed, or by a
 * file, each with the time it has to obey.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page", "audit", "account", "account.token",
		"person", "consent", "consent.ledger", "exchange.file", "contact.feed" })
package dev.sayso.contact.receiver;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

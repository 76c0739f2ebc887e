/**
 * People in by file: uploaded, mapped, tried, run in the background, with what was
 * rejected.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "person", "consent",
		"consent.ledger", "consent.suppression", "exchange.file", "exchange" })
package dev.sayso.exchange.imports;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

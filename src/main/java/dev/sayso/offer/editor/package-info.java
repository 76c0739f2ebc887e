/**
 * Offers made, edited, previewed and approved in the console.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.page", "store", "audit", "account", "condition", "person",
		"consent.status", "profile.list", "audience", "audience.eligibility", "offer.text", "offer.placement",
		"offer" })
package dev.sayso.offer.editor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * The database, embedded or PostgreSQL: how it is opened, what happens when it is away,
 * queries that are batched or timed, values kept as JSON, versions of things, and how a
 * person's traces are redacted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "shared.api", "shared.page" })
package dev.sayso.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

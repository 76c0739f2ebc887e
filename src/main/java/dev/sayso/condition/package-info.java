/**
 * Who is meant: a typed tree of comparisons over the facts that rooms register, read
 * aloud, asked of one person in memory and of everybody in SQL, with the same answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "shared", "store" })
package dev.sayso.condition;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

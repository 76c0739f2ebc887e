/**
 * Requests to public pages, read leniently: their addresses, their forms, whatever is
 * wrong with them, and what they tell of their reader.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared" })
package dev.sayso.landing.request;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

/**
 * Requests to public pages, read leniently: their addresses and their forms, whatever is
 * wrong with them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared" })
package dev.sayso.landing.request;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

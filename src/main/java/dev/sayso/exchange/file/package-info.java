/**
 * Reading files of rows, whatever their encoding, delimiter and columns.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "person", "consent" })
package dev.sayso.exchange.file;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

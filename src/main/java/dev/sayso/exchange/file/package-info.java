/**
 * Reading files of rows, whatever their encoding, delimiter and columns.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "shared", "person", "consent" })
package dev.sayso.exchange.file;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

package dev.sayso.person;

/**
 * An attribute was declared, changed or removed. Published inside the transaction of the
 * change.
 */
public record AttributesChanged() {

}

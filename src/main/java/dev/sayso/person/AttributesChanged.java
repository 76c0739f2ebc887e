package dev.sayso.person;

/**
 * What can be kept of people is another from now on: an attribute came, changed or went.
 * Told inside the transaction that changes it.
 */
public record AttributesChanged() {

}

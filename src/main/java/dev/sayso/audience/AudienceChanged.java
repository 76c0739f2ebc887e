package dev.sayso.audience;

/**
 * The members of an audience changed. Published inside the transaction that changes it.
 */
public record AudienceChanged(String slug) {

}

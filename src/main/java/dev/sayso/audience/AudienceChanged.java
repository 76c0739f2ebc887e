package dev.sayso.audience;

/**
 * The members of an audience changed. Published inside the transaction that changes it.
 *
 * @param slug the audience's key
 */
public record AudienceChanged(String slug) {

}

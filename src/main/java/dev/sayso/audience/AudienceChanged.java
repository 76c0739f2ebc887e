package dev.sayso.audience;

/**
 * Whom an audience means is another from now on. Told inside the transaction that changes
 * it.
 *
 * @param slug the audience's key
 */
public record AudienceChanged(String slug) {

}

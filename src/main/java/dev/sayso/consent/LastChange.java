package dev.sayso.consent;

import java.time.Instant;

import dev.sayso.person.Origin;

/**
 * When something about a person changed last, and by whom.
 *
 * @param by a name; the page or file for the person's own and an import's changes
 */
public record LastChange(Instant at, Origin origin, String by) {

}

package dev.sayso.consent;

import java.util.List;

import dev.sayso.shared.ProfileId;

/**
 * A person's say changed; published in the transaction of the change.
 *
 * @param keptNoes whether the store keeps noes of people who are gone, so that one of
 * them may concern this person
 */
public record SayChanged(ProfileId profile, List<LedgerEntry> entries, boolean keptNoes) {

}

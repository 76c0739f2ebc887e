package dev.sayso.consent.ledger;

import java.util.List;

import dev.sayso.shared.ProfileId;

/**
 * A person's say changed; published in the transaction of the change.
 *
 * @param keptNoes whether the store keeps noes for addresses, so that one of them may be
 * this person's
 * @param mayLift whether it was changed with the right to lift a person's own no
 */
public record SayChanged(ProfileId profile, List<LedgerEntry> entries, boolean keptNoes, boolean mayLift) {

}

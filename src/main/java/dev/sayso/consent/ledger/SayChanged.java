package dev.sayso.consent.ledger;

import java.util.List;

import dev.sayso.shared.ProfileId;

/**
 * A person's say changed; published in the transaction of the change.
 *
 * @param keptNoes whether a no is kept for one of their addresses
 * @param mayLift whether it was changed with the right to lift a person's own no
 */
public record SayChanged(ProfileId profile, List<LedgerEntry> entries, boolean keptNoes, boolean mayLift) {

}

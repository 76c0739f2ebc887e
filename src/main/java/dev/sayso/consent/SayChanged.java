package dev.sayso.consent;

import java.util.List;

import dev.sayso.shared.ProfileId;

/**
 * A person's say changed; published in the transaction of the change.
 */
public record SayChanged(ProfileId profile, List<LedgerEntry> entries) {

}

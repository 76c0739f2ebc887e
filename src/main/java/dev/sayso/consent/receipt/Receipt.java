package dev.sayso.consent.receipt;

import java.util.UUID;

import dev.sayso.person.Profile;

/**
 * What proves to anybody what one form, or one act, changed of a person's say.
 *
 * @param id of the first entry of the ledger that it tells of
 */
public record Receipt(UUID id, Profile profile, ConsentRecord record, SignedReceipt signed) {

}

package dev.sayso.consent.receipt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * The receipts of all that the ledger holds, each made and signed when it is asked for.
 */
@Component
public class Receipts {

	private final Ledger ledger;

	private final Profiles profiles;

	private final ConsentRecords records;

	private final ReceiptKeys keys;

	private final JsonMapper json;

	Receipts(Ledger ledger, Profiles profiles, ConsentRecords records, ReceiptKeys keys, JsonMapper json) {
		this.ledger = ledger;
		this.profiles = profiles;
		this.records = records;
		this.keys = keys;
		this.json = json;
	}

	/**
	 * The receipt of an entry and of what else its form brought.
	 * @throws NotFoundException where there is no such entry, or its person was erased
	 */
	Receipt get(UUID entry) {
		LedgerEntry found = this.ledger.find(entry).orElseThrow(() -> new NotFoundException("receipt"));
		Profile profile = this.profiles.get(found.profile());
		return receipt(profile, together(found));
	}

	/** The receipt of a form; empty where it changed nothing. */
	public Optional<Receipt> ofSubmission(ProfileId profile, UUID submission) {
		List<LedgerEntry> entries = this.ledger.ofSubmission(profile, submission);
		return entries.isEmpty() ? Optional.empty() : Optional.of(receipt(this.profiles.get(profile), entries));
	}

	/** The newest first entries of a person's receipts, those before {@code seq}. */
	List<LedgerEntry> heads(ProfileId profile, @Nullable Long seq, int limit) {
		return this.ledger.heads(profile, seq, limit);
	}

	Receipt write(Profile profile, LedgerEntry head) {
		return receipt(profile, together(head));
	}

	private List<LedgerEntry> together(LedgerEntry entry) {
		UUID submission = entry.submission();
		return (submission != null) ? this.ledger.ofSubmission(entry.profile(), submission) : List.of(entry);
	}

	private Receipt receipt(Profile profile, List<LedgerEntry> entries) {
		ConsentRecord record = this.records.write(profile, entries);
		return new Receipt(entries.get(0).id(), profile, record, this.keys.sign(this.json.writeValueAsString(record)));
	}

}

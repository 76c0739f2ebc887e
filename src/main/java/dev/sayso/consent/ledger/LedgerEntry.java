package dev.sayso.consent.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.LastChange;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayEvaluation;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * One change of a say as it was recorded: what was before and after, who spoke, and what
 * proves it. Never changed again, but that erasing the person takes out what names them.
 *
 * @param seq the order in which entries were written
 * @param before null where nothing had been said
 * @param own whether it is surely the person's own say
 * @param submission the accepted form that brought it
 */
public record LedgerEntry(long seq, UUID id, ProfileId profile, Instant at, Instant saidAt, String purpose,
		@Nullable String before, String after, Origin origin, boolean own, Actor actor, @Nullable String reason,
		@Nullable String source, @Nullable UUID submission, Evidence evidence) {

	public static LedgerEntry of(ProfileId profile, Declaration by, SayEvaluation.Change change, Instant now) {
		return new LedgerEntry(0, Ids.next(), profile, now, change.saidAt(), change.purpose().key(),
				(change.before() != null) ? change.before().value() : null, change.after().value(), by.origin(),
				by.own(), by.actor(), change.reason(), by.source(), by.submission(), by.evidence());
	}

	/**
	 * An entry about what another room keeps beside the consents.
	 * @param purpose what it is about, as that room names it
	 */
	public static LedgerEntry of(ProfileId profile, Declaration by, String purpose, @Nullable String before,
			String after, Instant saidAt, @Nullable String reason, Instant now) {
		return new LedgerEntry(0, Ids.next(), profile, now, saidAt, purpose, before, after, by.origin(), by.own(),
				by.actor(), reason, by.source(), by.submission(), by.evidence());
	}

	public Consent consent() {
		return new Consent(Purpose.of(this.purpose).orElseThrow(), Choice.of(this.after).orElseThrow(), this.at,
				this.saidAt, this.origin, this.own, this.actor.name(), this.reason, this.source, this.id);
	}

	/**
	 * When and by whom; a page, and a file that brings many, tell more than who is behind
	 * them.
	 */
	LastChange lastChange() {
		return new LastChange(this.at, this.origin, new ProfileEditor(this.origin, this.actor, this.source).label());
	}

}

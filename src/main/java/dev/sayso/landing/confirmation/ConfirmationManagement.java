package dev.sayso.landing.confirmation;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.visit.FormDetails;
import dev.sayso.landing.visit.FormFaults;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Confirms for a person what waits for them, on evidence, or forgets it.
 */
@Component
class ConfirmationManagement {

	private final PendingConfirmations people;

	private final PendingDetails details;

	private final PendingOptIns pending;

	private final RecordSay record;

	private final ProfileManagement keep;

	private final FormDetails edited;

	ConfirmationManagement(PendingConfirmations people, PendingDetails details, PendingOptIns pending, RecordSay record,
			ProfileManagement keep, FormDetails edited) {
		this.people = people;
		this.details = details;
		this.pending = pending;
		this.record = record;
		this.keep = keep;
		this.edited = edited;
	}

	/**
	 * Confirms.
	 * @param purposes which of the opt-ins that wait
	 * @param details whether the details that wait become the person's
	 * @throws dev.sayso.consent.OwnRefusalException when it would lift a no without a
	 * reason
	 * @throws FormFaults when the details that wait cannot be taken
	 */
	@Transactional
	public void confirm(PendingConfirmation waits, Set<Purpose> purposes, boolean details, String reason,
			Evidence evidence, Actor by) {
		ProfileId profile = waits.profile().id();
		if (details && !waits.details().isEmpty()) {
			this.keep.edit(profile, null, this.edited.with(waits.profile().details(), waits.fields()), null,
					new ProfileEditor(Origin.OPERATOR, by,
							waits.optIns().isEmpty() ? null : waits.optIns().get(0).source()));
			this.details.clear(profile);
		}
		List<Statement> statements = purposes.stream()
			.filter(waits.purposes()::contains)
			.sorted()
			.map((purpose) -> Statement.of(purpose, Choice.YES, reason.isBlank() ? null : reason))
			.toList();
		this.record.record(profile, Declaration.byOperator(by, statements, evidence));
		statements.forEach((statement) -> this.pending.dismiss(profile, statement.purpose()));
	}

	/**
	 * Forgets what waits: a pending opt-in goes back to the no that stands while nothing
	 * is said.
	 */
	@Transactional
	public void dismiss(ProfileId profile, String reason, Actor by) {
		this.people.find(profile).ifPresent((waits) -> {
			waits.optIns().forEach((optIn) -> this.pending.dismiss(profile, optIn.purpose()));
			this.details.clear(profile);
			List<Statement> statements = waits.optIns()
				.stream()
				.filter(PendingConfirmation.OptIn::stands)
				.map((optIn) -> Statement.of(optIn.purpose(), Choice.DEFAULT_NO, reason))
				.toList();
			this.record.record(profile, Declaration.byOperator(by, statements, Evidence.NONE));
		});
	}

}

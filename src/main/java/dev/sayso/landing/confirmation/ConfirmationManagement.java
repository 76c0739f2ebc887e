package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.util.Comparator;
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
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Confirms for a person what waits for them, on evidence, or forgets it.
 */
@Component
class ConfirmationManagement {

	private final PendingConfirmations confirmations;

	private final PendingDetails pendingDetails;

	private final PendingOptIns pendingOptIns;

	private final RecordSay record;

	private final ProfileManagement profiles;

	private final FormDetails formDetails;

	private final RecordSubscription subscriptions;

	private final MailedConfirmations mailed;

	private final Clock clock;

	ConfirmationManagement(PendingConfirmations confirmations, PendingDetails pendingDetails,
			PendingOptIns pendingOptIns, RecordSay record, ProfileManagement profiles, FormDetails formDetails,
			RecordSubscription subscriptions, MailedConfirmations mailed, Clock clock) {
		this.mailed = mailed;
		this.clock = clock;
		this.subscriptions = subscriptions;
		this.confirmations = confirmations;
		this.pendingDetails = pendingDetails;
		this.pendingOptIns = pendingOptIns;
		this.record = record;
		this.profiles = profiles;
		this.formDetails = formDetails;
	}

	/**
	 * @throws OwnRefusalException when it would lift a no without a reason
	 * @throws FormFaults when the details that wait cannot be taken
	 */
	@Transactional
	public void confirm(PendingConfirmation confirmation, ConfirmationForm form, Actor by) {
		Set<Purpose> purposes = form.purposes();
		ProfileId profile = confirmation.profile().id();
		if (form.details() && !confirmation.details().isEmpty()) {
			this.profiles.edit(profile, null,
					this.formDetails.with(confirmation.profile().details(), confirmation.fields()), null,
					new ProfileEditor(Origin.OPERATOR, by,
							confirmation.optIns().isEmpty() ? null : confirmation.optIns().get(0).source()));
			this.pendingDetails.clear(profile);
		}
		List<PendingConfirmation.OptIn> confirmed = confirmation.optIns()
			.stream()
			.filter((optIn) -> purposes.contains(optIn.purpose()))
			.sorted(Comparator.comparing(PendingConfirmation.OptIn::purpose))
			.toList();
		String why = form.reason().isBlank() ? null : form.reason();
		this.record.record(profile,
				Declaration.byConfirmation(by,
						confirmed.stream().map((optIn) -> Statement.of(optIn.purpose(), Choice.YES, why)).toList(),
						form.evidence()));
		confirmed.forEach((optIn) -> this.pendingOptIns.dismiss(profile, optIn.purpose()));
		form.service()
			.forEach((key) -> this.subscriptions.record(profile,
					Declaration.byConfirmation(by, List.of(), form.evidence()),
					SubscriptionStatement.in(key, null, why)));
	}

	/**
	 * Forgets what waits, also by mail: a pending opt-in goes back to the no that stands
	 * while nothing is said.
	 */
	@Transactional
	public void dismiss(ProfileId profile, String reason, Actor by) {
		this.confirmations.find(profile).ifPresent((confirmation) -> {
			confirmation.optIns().forEach((optIn) -> this.pendingOptIns.dismiss(profile, optIn.purpose()));
			this.pendingDetails.clear(profile);
			this.mailed.decline(profile, this.clock.instant());
			List<Statement> statements = confirmation.optIns()
				.stream()
				.filter(PendingConfirmation.OptIn::recorded)
				.map((optIn) -> Statement.of(optIn.purpose(), Choice.DEFAULT_NO, reason))
				.toList();
			this.record.record(profile, Declaration.byOperator(by, statements, Evidence.NONE));
			confirmation.services()
				.forEach((asked) -> this.subscriptions.record(profile,
						Declaration.byOperator(by, List.of(), Evidence.NONE),
						SubscriptionStatement.out(asked.service(), reason)));
		});
	}

}

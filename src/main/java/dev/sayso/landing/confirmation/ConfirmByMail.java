package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.PublishedPage;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Confirms what waits, or declines it, for whoever has the address: they pressed the
 * button of the page to which only a mail to that address leads. Confirming e-mail ends
 * every no to it of everybody who has the address, and the noes kept for it; never what
 * is undeliverable.
 */
@Component
class ConfirmByMail {

	private final MailedConfirmations confirmations;

	private final WaitingOptIns waitingOptIns;

	private final PendingOptIns pending;

	private final RecordSay record;

	private final RecordSubscription subscriptions;

	private final ConfirmedDetails details;

	private final Profiles profiles;

	private final Clock clock;

	ConfirmByMail(MailedConfirmations confirmations, WaitingOptIns waitingOptIns, PendingOptIns pending,
			RecordSay record, RecordSubscription subscriptions, ConfirmedDetails details, Profiles profiles,
			Clock clock) {
		this.confirmations = confirmations;
		this.waitingOptIns = waitingOptIns;
		this.pending = pending;
		this.record = record;
		this.subscriptions = subscriptions;
		this.details = details;
		this.profiles = profiles;
		this.clock = clock;
	}

	/** Whether the person has the address still to which the mail went. */
	boolean isTheirs(MailedConfirmation asked) {
		return this.profiles.findById(asked.profile())
			.map(Profile::details)
			.filter((known) -> known.email() != null && EmailAddress.normalize(known.email()).equals(asked.address()))
			.isPresent();
	}

	/**
	 * Confirms what still waits; what a no answered meanwhile stays as it is.
	 * @param evidence what the request tells
	 */
	@Transactional
	public void confirm(MailedConfirmation asked, PublishedPage page, Evidence evidence) {
		List<ProfileId> owners = this.waitingOptIns.owners(asked.address());
		List<ProfileId> held = new ArrayList<>(owners);
		if (!held.contains(asked.profile())) {
			return;
		}
		held.forEach(this.record::hold);
		if (!isOpen(asked)) {
			return;
		}
		WaitingOptIns.Waiting waiting = this.waitingOptIns.find(asked);
		Evidence proof = evidence.with("reachedBy", "confirmation")
			.with("asked", asked.askedAt().toString())
			.with("form", asked.id().toString())
			.with("identified", true)
			.with("language", asked.language());
		List<Statement> yes = waiting.purposes()
			.stream()
			.sorted(Comparator.naturalOrder())
			.map((purpose) -> Statement.of(purpose, Choice.YES))
			.toList();
		this.record.record(asked.profile(), Declaration.bySubject(yes, proof, page.source(), null));
		waiting.purposes().forEach((purpose) -> this.pending.dismiss(asked.profile(), purpose));
		Declaration by = Declaration.bySubject(List.of(), proof, page.source(), null);
		waiting.services()
			.forEach(
					(key) -> this.subscriptions.record(asked.profile(), by, SubscriptionStatement.in(key, null, null)));
		if (waiting.opensEmail()) {
			owners.stream()
				.filter((owner) -> !owner.equals(asked.profile()))
				.forEach((owner) -> open(owner, proof, page));
		}
		this.details.take(asked, page);
		this.confirmations.answered(asked.id(), true, this.clock.instant());
	}

	/** Whether nobody answered it meanwhile, read while the say is held. */
	private boolean isOpen(MailedConfirmation asked) {
		return this.confirmations.find(asked.id()).filter((now) -> now.isOpen(this.clock.instant())).isPresent();
	}

	/** Ends what somebody else with the address said no to, and opens nothing. */
	private void open(ProfileId owner, Evidence proof, PublishedPage page) {
		Say say = this.record.hold(owner);
		if (say.saysNo(Channel.EMAIL) || say.saysNoToAny()) {
			this.record.record(owner, Declaration
				.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.UNKNOWN)), proof, page.source(), null));
		}
	}

	/** Somebody else typed the address: what waits is dropped. */
	@Transactional
	public void decline(MailedConfirmation asked, PublishedPage page, Evidence evidence) {
		Say say = this.record.hold(asked.profile());
		if (!isOpen(asked)) {
			return;
		}
		WaitingOptIns.Waiting waiting = this.waitingOptIns.find(asked);
		waiting.purposes().forEach((purpose) -> this.pending.dismiss(asked.profile(), purpose));
		List<Statement> defaults = waiting.purposes()
			.stream()
			.filter((purpose) -> say.explicit(purpose) == Choice.PENDING)
			.map((purpose) -> Statement.of(purpose, Choice.DEFAULT_NO))
			.toList();
		Evidence proof = evidence.with("reachedBy", "confirmation").with("declined", asked.id().toString());
		Declaration by = Declaration.bySystem(defaults, proof, page.source(), null);
		this.record.record(asked.profile(), by);
		waiting.services()
			.forEach((key) -> this.subscriptions.record(asked.profile(), by.with(proof),
					SubscriptionStatement.out(key, null)));
		this.details.drop(asked);
		this.confirmations.answered(asked.id(), false, this.clock.instant());
	}

}

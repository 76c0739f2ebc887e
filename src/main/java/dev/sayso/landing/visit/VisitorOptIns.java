package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.Submission;
import dev.sayso.landing.form.Reconciliation;
import dev.sayso.landing.form.Reconciliation.Asked;
import dev.sayso.landing.form.VisitorForm;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileManagement;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.ProfileId;

import static java.util.Objects.requireNonNull;

/**
 * Notes what a visitor opts in to, to be confirmed, within the transaction that takes
 * their form.
 */
@Component
class VisitorOptIns {

	private final Reconciliation reconciliation;

	private final RecordSay record;

	private final ConsentSettings settings;

	private final ProfileManagement profiles;

	private final PendingDetails pendingDetails;

	private final SubmittedSubscriptions subscriptions;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	VisitorOptIns(Reconciliation reconciliation, RecordSay record, ConsentSettings settings, ProfileManagement profiles,
			PendingDetails pendingDetails, SubmittedSubscriptions subscriptions, Clock clock,
			ApplicationEventPublisher events) {
		this.reconciliation = reconciliation;
		this.record = record;
		this.settings = settings;
		this.profiles = profiles;
		this.pendingDetails = pendingDetails;
		this.subscriptions = subscriptions;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Makes a profile of somebody who opts in to something. A no that was kept for their
	 * address stands above what they left unticked.
	 */
	ProfileId create(VisitorForm form) {
		return this.profiles
			.create(withLanguage(this.reconciliation.details(form), form.wording().language()), form.attributes(),
					FormDetails.by(form.page()))
			.id();
	}

	/** Notes what that form says of them. */
	void begin(ProfileId profile, VisitorForm form, List<Asked> joining, Evidence proof, UUID submission) {
		Say kept = this.record.hold(profile);
		List<Statement> optIns = joining.stream().flatMap((part) -> part.optIns().stream()).toList();
		List<Statement> statements = form.formStatements(this.settings.defaults())
			.byUnknownVisitor()
			.stream()
			.filter((statement) -> statement.choice() != Choice.DEFAULT_NO
					|| kept.explicit(statement.purpose()) == Choice.UNKNOWN)
			.filter((statement) -> statement.choice() != Choice.PENDING || optIns.contains(statement))
			.toList();
		Declaration declaration = form.declare(statements, proof, submission);
		this.record.record(profile, declaration);
		joining.forEach((part) -> subscribe(profile, declaration, part));
	}

	/** Asks for something of somebody known, where the page takes anything from them. */
	void ask(VisitorForm form, Asked asked, Evidence proof, UUID submission) {
		if (form.page().updatesKnown()) {
			ProfileId profile = asked.owners().get(0);
			Declaration declaration = form.declare(asked.optIns(), proof, submission);
			this.record.record(profile, declaration);
			subscribe(profile, declaration, asked);
		}
	}

	/**
	 * Notes the details in a form of whom it is about, to be confirmed; of somebody known
	 * where the page takes anything from them.
	 * @param created who was made a profile by it; null where nobody was
	 */
	void propose(VisitorForm form, Asked first, @Nullable ProfileId created, UUID submission) {
		if (first.joins() || form.page().updatesKnown()) {
			ProfileId profile = first.joins() ? requireNonNull(created) : first.owners().get(0);
			this.pendingDetails.propose(submission, profile, form.page().id(), this.clock.instant(), form.typed());
		}
	}

	/** Tells whoever confirms by mail. */
	void tell(VisitorForm form, Asked asked, ProfileId profile, UUID submission) {
		List<String> optIns = Stream
			.concat(asked.optIns().stream().map((statement) -> statement.purpose().key()),
					asked.services().stream().map((statement) -> SubscriptionLedger.PREFIX + statement.service()))
			.toList();
		this.events.publishEvent(new Submission.OptInsAsked(form.page(), submission, profile,
				requireNonNull(form.typed().email()), form.wording().language(), optIns));
	}

	private void subscribe(ProfileId profile, Declaration declaration, Asked asked) {
		this.subscriptions.ask(profile, declaration,
				asked.services()
					.stream()
					.map((statement) -> SubscriptionStatement.asked(statement.service(), statement.frequency()))
					.toList());
	}

	/** A visitor is written to in the language in which they filled in the form. */
	private static Details withLanguage(Details typed, String language) {
		return new Details(null, null, null, null, null, null, null, null, null, null, null, null, language, null, null)
			.and(typed);
	}

}

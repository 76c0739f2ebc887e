package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.FormStatements;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ShownChoices;
import dev.sayso.landing.form.TakenNoes;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.person.ProfileManagement;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Ids;

import static java.util.Objects.requireNonNull;

/**
 * Takes what a person whom their link identified sent from a page: the form, their say
 * and their details are kept together or not at all, but for their noes, which are taken
 * whatever else is wrong.
 */
@Component
class SubmitPage {

	private final Submissions submissions;

	private final RecordSay record;

	private final ProfileManagement profiles;

	private final FormDetails formDetails;

	private final PersonalForms forms;

	private final SubmittedSubscriptions subscriptions;

	private final FormPause pause;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	SubmitPage(Submissions submissions, RecordSay record, ProfileManagement profiles, FormDetails formDetails,
			PersonalForms forms, SubmittedSubscriptions subscriptions, FormPause pause, SubmissionEvidence evidence,
			Clock clock, ApplicationEventPublisher events) {
		this.pause = pause;
		this.subscriptions = subscriptions;
		this.events = events;
		this.submissions = submissions;
		this.record = record;
		this.profiles = profiles;
		this.formDetails = formDetails;
		this.forms = forms;
		this.evidence = evidence;
		this.clock = clock;
	}

	record Sent(PublishedPage page, PageWording wording, LinkRecipient recipient, PublicFormBody body,
			VisitorRequest request) {

		private LinkToken.Link link() {
			return requireNonNull(this.recipient.link());
		}

	}

	/**
	 * @throws FormFaults where something is wrong with it
	 * @throws OptimisticLockingFailureException where links were renewed since its own
	 * was opened
	 */
	@Transactional
	public UUID submit(Sent sent, Submission.Opening opening) {
		PersonalForms.Form form = this.forms.read(sent.page(), sent.recipient(), sent.body(), sent.request(), opening);
		if (sent.page().closed()) {
			FormFaults.closed(form.statements(), form.subscriptions()).ifPresent((faults) -> {
				throw faults;
			});
			if (form.pause().isPresent() && !form.pauses()) {
				throw new FormFaults(Map.of(FormPause.UNTIL, "public.fault.closed"));
			}
		}
		FormFaults.pause(sent.body()).ifPresent((faults) -> {
			throw faults;
		});
		Optional<FormDetails.Changes> changes = this.formDetails.read(sent.page(), sent.recipient(), sent.body(),
				form.saysOnlyNo());
		if (!form.saysOnlyNo() || changes.isPresent()) {
			FormFaults.agreements(sent.page(), sent.body()).ifPresent((faults) -> {
				throw faults;
			});
		}
		Submission submission = submission(sent, opening);
		UUID id = submission.id();
		if (!this.submissions.addUnlessRenewed(submission)) {
			throw new OptimisticLockingFailureException("links were renewed");
		}
		changes.ifPresent((details) -> this.profiles.edit(sent.link().profile(), null, details.details(),
				details.attributes(), FormDetails.by(sent.page())));
		Declaration declaration = declare(sent, form.statements(), form.seen(), id).shown(form.guard());
		say(sent, declaration);
		if (!form.conflicts().isEmpty()) {
			throw FormFaults.ofServices(form.conflicts(), "public.fault.changed");
		}
		this.subscriptions.record(sent.link().profile(), declaration, form.subscriptions());
		form.pause().ifPresent((statement) -> pause(sent, declaration, statement, form.seen().pause()));
		this.events.publishEvent(new Submission.ChoicesChanged(sent.page(), id, sent.recipient().profile(),
				sent.recipient().attributes(), sent.wording().language(), changes.isPresent(), !form.saysOnlyNo()));
		return id;
	}

	/** Whether all that a form says stands, so that it need not be taken once more. */
	@Transactional(readOnly = true)
	public boolean stands(Sent sent, Submission newest) {
		Submission.Opening next = new Submission.Opening(sent.body().opening(), newest.opening().number() + 1, null);
		PersonalForms.Form form = this.forms.read(sent.page(), sent.recipient(), sent.body(), sent.request(), next);
		if (!form.subscriptions().isEmpty() || form.pause().isPresent()) {
			return false;
		}
		try {
			return sent.recipient()
				.say()
				.evaluate(declare(sent, form.statements(), form.seen(), newest.id()).shown(form.guard()),
						this.clock.instant())
				.changes()
				.isEmpty();
		}
		catch (StaleSayException ex) {
			return false;
		}
	}

	/**
	 * Takes the noes of a form of which the rest cannot be taken.
	 * @return what they are about; empty where there are none
	 */
	@Transactional
	public TakenNoes submitNoes(Sent sent, Submission.Opening opening) {
		PersonalForms.Form form = this.forms.read(sent.page(), sent.recipient(), sent.body(), sent.request(), opening);
		if (form.saysNo()) {
			Declaration noes = declare(sent, form.noes(), form.seen(), add(sent, opening));
			this.record.record(sent.link().profile(), noes);
			this.subscriptions.record(sent.link().profile(), noes, form.serviceNoes());
			if (form.pausedUntil() != null) {
				this.pause.extend(sent.link().profile(), noes, form.pausedUntil());
			}
		}
		return TakenNoes.of(form.noes(), form.serviceNoes(), form.pausedUntil());
	}

	/**
	 * Stops every channel and service that the page offers, all contact where it offers
	 * none, in one click of a service for mail; where that stands already nothing is
	 * written.
	 */
	@Transactional
	public void stop(Sent sent) {
		Set<String> services = sent.page().services().keySet();
		List<Statement> noes = stopped(sent.page()).stream()
			.map((purpose) -> Statement.of(purpose, Choice.NO))
			.toList();
		Submission.Opening opening = new Submission.Opening(Ids.next(), 1, null);
		Submission submission = submission(sent, opening);
		ShownChoices seen = ShownChoices.of(sent.recipient().say(), sent.page().boxes().keySet());
		Declaration declaration = declare(sent, noes, seen, submission.id());
		boolean changed = !this.record.record(sent.link().profile(), declaration).isEmpty();
		changed |= this.subscriptions.record(sent.link().profile(), declaration,
				services.stream().map((key) -> SubscriptionStatement.out(key, null)).toList());
		if (changed) {
			this.submissions.add(submission);
		}
	}

	/** The contact that one click on a page stops, besides its services. */
	static List<Purpose> stopped(PublishedPage page) {
		List<Purpose> offered = page.boxes().keySet().stream().filter(Purpose::isMarketing).toList();
		boolean all = (offered.isEmpty() && page.services().isEmpty()) || offered.contains(Purpose.MARKETING_ANY);
		return all ? List.of(Purpose.MARKETING_ANY) : offered;
	}

	private UUID add(Sent sent, Submission.Opening opening) {
		Submission submission = submission(sent, opening);
		this.submissions.add(submission);
		return submission.id();
	}

	private Submission submission(Sent sent, Submission.Opening opening) {
		LinkToken.Link link = sent.link();
		return new Submission(Ids.next(), sent.page().id(), sent.page().version(), opening, link.profile(), true,
				link.maker(), link.generation(), sent.body().automatic(), sent.wording().language(),
				this.clock.instant(), new Submission.Content(sent.body().ticks().names(),
						sent.page().filled(sent.body().fields(), true), Set.of()),
				null);
	}

	private Declaration declare(Sent sent, List<Statement> statements, ShownChoices seen, UUID submission) {
		Evidence proof = this.evidence.collect(sent.page(), sent.wording(), sent.request(), sent.body(), seen,
				sent.link());
		return Declaration.bySubject(statements, proof, sent.page().source(), submission);
	}

	private void pause(Sent sent, Declaration by, PauseStatement statement, @Nullable LocalDate shown) {
		try {
			this.pause.record(sent.link().profile(), by, statement, shown);
		}
		catch (PauseRefusedException ex) {
			throw FormFaults.ofPause(ex);
		}
	}

	private void say(Sent sent, Declaration declaration) {
		try {
			this.record.record(sent.recipient().say(), declaration);
		}
		catch (StaleSayException ex) {
			throw FormFaults.of(ex.purposes(), "public.fault.changed");
		}
	}

}

package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.FormStatements;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ServiceStatements;
import dev.sayso.landing.form.ShownChoices;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileManagement;
import dev.sayso.service.Service;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Takes what a visitor sent whom nobody identified, by the rules of reconciliation: a no
 * applies to everybody with their address and is kept for the address where nobody has
 * it, anything else waits. Only who opts in to something becomes a profile.
 */
@Component
class SubmitPageAsVisitor {

	private final AddressOwners owners;

	private final RecordAddressNo recordNo;

	private final RecordSay record;

	private final ConsentSettings settings;

	private final ProfileManagement profiles;

	private final Submissions submissions;

	private final PendingDetails pendingDetails;

	private final SubmittedSubscriptions subscriptions;

	private final PageServices services;

	private final FormPause pause;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	SubmitPageAsVisitor(AddressOwners owners, RecordAddressNo recordNo, RecordSay record, ConsentSettings settings,
			ProfileManagement profiles, Submissions submissions, PendingDetails pendingDetails,
			SubmittedSubscriptions subscriptions, PageServices services, FormPause pause, SubmissionEvidence evidence,
			Clock clock, ApplicationEventPublisher events) {
		this.pause = pause;
		this.services = services;
		this.subscriptions = subscriptions;
		this.events = events;
		this.owners = owners;
		this.settings = settings;
		this.recordNo = recordNo;
		this.record = record;
		this.profiles = profiles;
		this.submissions = submissions;
		this.pendingDetails = pendingDetails;
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * What was sent, and from which page.
	 *
	 * @param typed the details in it, those left out that cannot be read
	 * @param attributes those it asks for and adds
	 * @param others further addresses in it, each of which its noes are for
	 */
	record Sent(PublishedPage page, PageWording wording, Details typed, Map<String, Object> attributes,
			List<Details> others, PublicFormBody body, VisitorRequest request) {

		/** What is said about services: a no applies, what is asked for waits. */
		private List<SubscriptionStatement> subscriptions(boolean in) {
			return new ServiceStatements(this.page.services(), null, ShownChoices.NOTHING, this.body.ticks())
				.byVisitor()
				.stream()
				.filter((statement) -> statement.in() == in)
				.toList();
		}

		/**
		 * What is said of a person whom the address belongs to: a yes waits, what is left
		 * changes nothing.
		 */
		List<Statement> statements() {
			return this.page.denylist() ? FormStatements.STOP : formStatements(ConsentDefaults.NONE).byVisitor();
		}

		private List<Statement> noes() {
			return statements().stream().filter((statement) -> statement.choice() == Choice.NO).toList();
		}

		private List<Statement> optIns() {
			return statements().stream().filter((statement) -> statement.choice() != Choice.NO).toList();
		}

		private FormStatements formStatements(ConsentDefaults defaults) {
			return new FormStatements(this.page.boxes(), null, ShownChoices.NOTHING, defaults, this.body.ticks());
		}

		boolean saysOnlyNo() {
			return saysNo() && !asks();
		}

		boolean saysNo() {
			return !noes().isEmpty() || !subscriptions(false).isEmpty();
		}

		/** Whether it asks for something to come. */
		private boolean asks() {
			return !optIns().isEmpty() || !subscriptions(true).isEmpty();
		}

		/** The services it asks for, by their keys. */
		List<String> asked() {
			return subscriptions(true).stream().map(SubscriptionStatement::service).toList();
		}

		/** The channels for which their noes can be kept, be they known or not. */
		Set<Channel> reached() {
			return addresses().stream()
				.flatMap((details) -> details.addresses().keySet().stream())
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
		}

		/** The addresses by which visitors' people are found, and nothing else. */
		List<Details> addresses() {
			return Stream
				.concat(Stream.of(FormDetails.addresses(this.typed.email(), this.typed.mobile())), this.others.stream())
				.distinct()
				.filter((details) -> !details.addresses().isEmpty())
				.toList();
		}

		private List<ProfileId> owners(AddressOwners owners) {
			return addresses().stream().flatMap((address) -> owners.find(address).stream()).distinct().toList();
		}

		private Declaration declare(List<Statement> statements, Evidence evidence, UUID submission) {
			List<Statement> all = new ArrayList<>(statements);
			if (this.request.gpc()) {
				all.add(Statement.of(Purpose.SHARE, Choice.NO));
			}
			return Declaration.byVisitor(all, evidence, this.page.source(), submission);
		}

	}

	@Transactional
	public UUID submit(Sent sent, Submission.Opening opening) {
		if (sent.page().closed()) {
			SubmitPage.refuseOptIns(sent.statements(), sent.subscriptions(true));
		}
		List<ProfileId> known = sent.owners(this.owners);
		List<ProfileId> asking = asking(sent, known);
		boolean joins = asking.isEmpty() && sent.asks();
		UUID id = add(sent, opening, about(sent, asking, known), joins);
		if (!joins || !known.isEmpty()) {
			refuse(sent, id);
		}
		if (joins) {
			tell(sent, id, create(sent, id));
		}
		else if (!asking.isEmpty()) {
			if (sent.page().updatesKnown()) {
				Declaration asked = sent.declare(sent.optIns(), proof(sent), id);
				this.record.record(asking.get(0), asked);
				ask(sent, asking.get(0), asked);
				this.pendingDetails.propose(id, asking.get(0), sent.page().id(), this.clock.instant(), sent.typed());
			}
			tell(sent, id, asking.get(0));
		}
		return id;
	}

	/**
	 * Whom an opt-in is for: where it is confirmed by mail those who have the e-mail
	 * address, since somebody found by their number alone would be told by the mail that
	 * does not come.
	 */
	private List<ProfileId> asking(Sent sent, List<ProfileId> known) {
		boolean byMail = sent.page().mails().confirm() || sent.asked()
			.stream()
			.flatMap((service) -> this.services.find(service).stream())
			.anyMatch(Service::isConfirmed);
		return (byMail && sent.typed().email() != null)
				? this.owners.find(FormDetails.addresses(sent.typed().email(), null)) : known;
	}

	/** Whose form it is: of those an opt-in is for, where it asks for something. */
	private static List<ProfileId> about(Sent sent, List<ProfileId> asking, List<ProfileId> known) {
		return sent.asks() ? asking : known;
	}

	private void tell(Sent sent, UUID submission, ProfileId profile) {
		List<String> optIns = Stream
			.concat(sent.optIns().stream().map((statement) -> statement.purpose().key()),
					sent.asked().stream().map((service) -> SubscriptionLedger.PREFIX + service))
			.toList();
		if (sent.typed().email() != null && !optIns.isEmpty()) {
			this.events.publishEvent(new Submission.OptInsAsked(sent.page(), submission, profile, sent.typed().email(),
					sent.wording().language(), optIns));
		}
	}

	/**
	 * Takes the noes of a form of which the rest cannot be taken.
	 * @return what they are about; empty where there are none
	 */
	@Transactional
	public SubmitPage.Taken submitNoes(Sent sent, Submission.Opening opening) {
		if (sent.saysNo()) {
			List<ProfileId> known = sent.owners(this.owners);
			refuse(sent, add(sent, opening, about(sent, asking(sent, known), known), false));
		}
		return SubmitPage.Taken.of(sent.noes(), sent.subscriptions(false));
	}

	/** A pause is a no for some time: it applies to everybody with the address. */
	private void pause(Sent sent, Declaration by) {
		Optional.ofNullable(sent.body().ticks().pause())
			.filter((typed) -> !sent.body().ticks().all())
			.flatMap(FormPause.Typed::day)
			.ifPresent((day) -> sent.owners(this.owners).forEach((owner) -> this.pause.ask(owner, by, day)));
	}

	/** Services that are asked for wait until the person confirms them. */
	private void ask(Sent sent, ProfileId profile, Declaration asked) {
		this.subscriptions.ask(profile, asked,
				sent.subscriptions(true)
					.stream()
					.map((statement) -> SubscriptionStatement.asked(statement.service(), statement.frequency()))
					.toList());
	}

	/**
	 * Says the noes of a form once more that was taken before: somebody may have lifted
	 * them meanwhile.
	 */
	@Transactional
	public void repeat(Sent sent, UUID submission) {
		if (sent.saysNo()) {
			refuse(sent, submission);
		}
	}

	private void refuse(Sent sent, UUID submission) {
		Declaration noes = sent.declare(sent.noes(), proof(sent), submission);
		pause(sent, noes);
		sent.addresses().forEach((address) -> this.recordNo.record(address, noes));
		List<SubscriptionStatement> services = sent.subscriptions(false);
		if (!services.isEmpty()) {
			sent.owners(this.owners).forEach((owner) -> this.subscriptions.record(owner, noes, services));
		}
	}

	/** A no that was kept for their address stands above what they left unticked. */
	private ProfileId create(Sent sent, UUID submission) {
		ProfileId profile = this.profiles
			.create(withLanguage(sent.typed(), sent.wording().language()), sent.attributes(),
					FormDetails.by(sent.page()))
			.id();
		this.submissions.found(submission, profile);
		Say kept = this.record.hold(profile);
		List<Statement> statements = sent.formStatements(this.settings.defaults())
			.byUnknownVisitor()
			.stream()
			.filter((statement) -> statement.choice() != Choice.DEFAULT_NO
					|| kept.explicit(statement.purpose()) == Choice.UNKNOWN)
			.toList();
		Declaration asked = sent.declare(statements, proof(sent), submission);
		this.record.record(profile, asked);
		ask(sent, profile, asked);
		pause(sent, asked);
		return profile;
	}

	/**
	 * The form; of somebody of whom there is no profile it keeps no details, since
	 * nothing would ever delete them.
	 */
	private UUID add(Sent sent, Submission.Opening opening, List<ProfileId> known, boolean joins) {
		UUID id = Ids.next();
		Submission.Content content = SubmitPage.content(sent.page(), sent.body(), false);
		Map<String, String> fields = (known.isEmpty() && !joins) ? Map.of() : content.fields();
		this.submissions.add(new Submission(id, sent.page().id(), sent.page().version(), opening,
				known.isEmpty() ? null : known.get(0), false, 0, false, sent.wording().language(), this.clock.instant(),
				new Submission.Content(content.ticked(), fields, sent.reached()), null));
		return id;
	}

	private Evidence proof(Sent sent) {
		return this.evidence.collect(sent.page(), sent.wording(), sent.request(), sent.body(), ShownChoices.NOTHING,
				null);
	}

	/** A visitor is written to in the language in which they filled in the form. */
	private static Details withLanguage(Details typed, String language) {
		return new Details(null, null, null, null, null, null, null, null, null, null, null, null, language, null, null)
			.and(typed);
	}

}

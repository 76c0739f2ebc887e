package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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
import dev.sayso.consent.ledger.RecordPause;
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

import static java.util.Objects.requireNonNull;

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
	 * @param days those until which one may pause
	 */
	record Sent(PublishedPage page, PageWording wording, Details typed, Map<String, Object> attributes,
			List<Details> others, PublicFormBody body, RecordPause.Days days, VisitorRequest request) {

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
		private List<Statement> statements() {
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
			return !noes().isEmpty() || !subscriptions(false).isEmpty() || pausedUntil() != null;
		}

		/** Until when nothing is to come; null where that is not asked. */
		private @Nullable LocalDate pausedUntil() {
			return Optional.ofNullable(this.body.ticks().pause())
				.filter((typed) -> !this.body.ticks().all())
				.flatMap(FormPause.Typed::day)
				.filter(this.days::include)
				.orElse(null);
		}

		/** Whether it asks for something to come. */
		private boolean asks() {
			return !optIns().isEmpty() || !subscriptions(true).isEmpty();
		}

		/** The services it asks for, by their keys. */
		List<String> asked() {
			return subscriptions(true).stream().map(SubscriptionStatement::service).toList();
		}

		/**
		 * Whether something comes to the number in the form, and not to the e-mail
		 * address.
		 */
		private boolean isAtNumber(Purpose purpose) {
			return SubmitPageAsVisitor.isAtNumber(purpose, reached());
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

	/**
	 * Whether something comes to a number that was typed, everything being one of it.
	 * @param reached the channels of the addresses in a form
	 */
	static boolean isAtNumber(Purpose purpose, Set<Channel> reached) {
		Channel channel = (purpose == Purpose.MARKETING_ANY) ? Channel.SMS : purpose.channel().orElse(Channel.EMAIL);
		return channel != Channel.EMAIL && reached.contains(channel);
	}

	/**
	 * What is asked for that comes to one of the addresses in a form.
	 *
	 * @param owners whom it is for, the oldest profile first; empty where it makes one
	 */
	private record Asked(List<Statement> optIns, List<SubscriptionStatement> services, List<ProfileId> owners) {

		boolean isEmpty() {
			return this.optIns.isEmpty() && this.services.isEmpty();
		}

	}

	@Transactional
	public UUID submit(Sent sent, Submission.Opening opening) {
		if (sent.page().closed()) {
			SubmitPage.refuseOptIns(sent.statements(), sent.subscriptions(true));
		}
		List<ProfileId> known = sent.owners(this.owners);
		List<Asked> asked = asked(sent, known);
		List<Asked> joining = asked.stream().filter((part) -> part.owners().isEmpty()).toList();
		UUID id = add(sent, opening, about(asked, known), !joining.isEmpty());
		if (joining.isEmpty() || !known.isEmpty()) {
			refuse(sent, id);
		}
		ProfileId created = joining.isEmpty() ? null : create(sent, id, joining);
		asked.stream().filter((part) -> !part.owners().isEmpty()).forEach((part) -> ask(sent, id, part));
		if (isConfirmedByMail(sent) && !asked.isEmpty() && !isAtNumber(sent, asked.get(0))) {
			tell(sent, id, asked.get(0), (created != null) ? created : asked.get(0).owners().get(0));
		}
		return id;
	}

	/**
	 * What is asked of whom. Where a mail confirms it, an address answers for itself
	 * alone: what comes to the number is for whoever has the number, and no mail to an
	 * address typed beside it opens it; all else is for whoever has the e-mail address,
	 * since somebody found by their number alone would be told by the mail that does not
	 * come.
	 */
	private List<Asked> asked(Sent sent, List<ProfileId> known) {
		Asked all = new Asked(sent.optIns(), sent.subscriptions(true), known);
		if (!isConfirmedByMail(sent)) {
			return Stream.of(all).filter((part) -> !part.isEmpty()).toList();
		}
		List<ProfileId> byEmail = this.owners.find(FormDetails.addresses(sent.typed().email(), null));
		List<ProfileId> byNumber = this.owners.find(FormDetails.addresses(null, sent.typed().mobile()));
		return Stream
			.of(part(sent, all, false, byEmail), part(sent, all, true, byNumber.isEmpty() ? byEmail : byNumber))
			.filter((part) -> !part.isEmpty())
			.toList();
	}

	private Asked part(Sent sent, Asked all, boolean atNumber, List<ProfileId> owners) {
		return new Asked(all.optIns().stream().filter((optIn) -> sent.isAtNumber(optIn.purpose()) == atNumber).toList(),
				all.services().stream().filter((statement) -> isAtNumber(sent, statement) == atNumber).toList(),
				owners);
	}

	private boolean isAtNumber(Sent sent, SubscriptionStatement statement) {
		return this.services.find(statement.service())
			.filter((service) -> sent.isAtNumber(Purpose.marketing(service.channel())))
			.isPresent();
	}

	private boolean isAtNumber(Sent sent, Asked part) {
		return part.optIns().stream().anyMatch((optIn) -> sent.isAtNumber(optIn.purpose()))
				|| part.services().stream().anyMatch((statement) -> isAtNumber(sent, statement));
	}

	private boolean isConfirmedByMail(Sent sent) {
		return sent.typed().email() != null && (sent.page().mails().confirm() || sent.asked()
			.stream()
			.flatMap((service) -> this.services.find(service).stream())
			.anyMatch(Service::isConfirmed));
	}

	/** Whose form it is: of those an opt-in is for, where it asks for something. */
	private static List<ProfileId> about(List<Asked> asked, List<ProfileId> known) {
		return asked.isEmpty() ? known : asked.get(0).owners();
	}

	private void tell(Sent sent, UUID submission, Asked asked, ProfileId profile) {
		List<String> optIns = Stream
			.concat(asked.optIns().stream().map((statement) -> statement.purpose().key()),
					asked.services().stream().map((statement) -> SubscriptionLedger.PREFIX + statement.service()))
			.toList();
		this.events.publishEvent(new Submission.OptInsAsked(sent.page(), submission, profile,
				requireNonNull(sent.typed().email()), sent.wording().language(), optIns));
	}

	/**
	 * Asks for something of somebody known, where the page takes anything from them. A
	 * number that others have does not become theirs with it.
	 */
	private void ask(Sent sent, UUID submission, Asked asked) {
		if (sent.page().updatesKnown()) {
			ProfileId profile = asked.owners().get(0);
			Declaration declaration = sent.declare(asked.optIns(), proof(sent), submission);
			this.record.record(profile, declaration);
			ask(profile, declaration, asked);
			this.pendingDetails.propose(submission, profile, sent.page().id(), this.clock.instant(),
					isOthers(sent, profile) ? sent.typed().withoutMobile() : sent.typed());
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
			refuse(sent, add(sent, opening, about(asked(sent, known), known), false));
		}
		return SubmitPage.Taken.of(sent.noes(), sent.subscriptions(false), sent.pausedUntil());
	}

	/** A pause is a no for some time: it applies to everybody with the address. */
	private void pause(Sent sent, Declaration by) {
		LocalDate until = sent.pausedUntil();
		if (until != null) {
			sent.owners(this.owners).forEach((owner) -> this.pause.extend(owner, by, until));
		}
	}

	/** Services that are asked for wait until the person confirms them. */
	private void ask(ProfileId profile, Declaration declaration, Asked asked) {
		this.subscriptions.ask(profile, declaration,
				asked.services()
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
	private ProfileId create(Sent sent, UUID submission, List<Asked> joining) {
		Details typed = isOthers(sent, null) ? sent.typed().withoutMobile() : sent.typed();
		ProfileId profile = this.profiles
			.create(withLanguage(typed, sent.wording().language()), sent.attributes(), FormDetails.by(sent.page()))
			.id();
		this.submissions.found(submission, profile);
		Say kept = this.record.hold(profile);
		List<Statement> optIns = joining.stream().flatMap((part) -> part.optIns().stream()).toList();
		List<Statement> statements = sent.formStatements(this.settings.defaults())
			.byUnknownVisitor()
			.stream()
			.filter((statement) -> statement.choice() != Choice.DEFAULT_NO
					|| kept.explicit(statement.purpose()) == Choice.UNKNOWN)
			.filter((statement) -> statement.choice() != Choice.PENDING || optIns.contains(statement))
			.toList();
		Declaration declaration = sent.declare(statements, proof(sent), submission);
		this.record.record(profile, declaration);
		joining.forEach((part) -> ask(profile, declaration, part));
		pause(sent, declaration);
		return profile;
	}

	/** Whether the number in a form is that of people other than this one. */
	private boolean isOthers(Sent sent, @Nullable ProfileId profile) {
		List<ProfileId> owners = this.owners.find(FormDetails.addresses(null, sent.typed().mobile()));
		return !owners.isEmpty() && !owners.contains(profile);
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

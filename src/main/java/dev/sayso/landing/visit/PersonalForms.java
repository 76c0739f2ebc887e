package dev.sayso.landing.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.FormStatements;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ServiceStatements;
import dev.sayso.landing.form.ShownChoices;
import dev.sayso.landing.form.TrackingRefusals;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.service.Service;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionStatement;

/**
 * Reads what a form by a personal link says. What it showed is what it carries along,
 * with what the same opening has written since: whoever goes back and changes their mind
 * means what they see.
 */
@Component
class PersonalForms {

	private final Submissions submissions;

	private final Ledger ledger;

	private final ConsentSettings settings;

	private final PageServices services;

	private final FormPause pause;

	private final TrackingRefusals refusals;

	PersonalForms(Submissions submissions, Ledger ledger, ConsentSettings settings, PageServices services,
			FormPause pause, TrackingRefusals refusals) {
		this.pause = pause;
		this.refusals = refusals;
		this.services = services;
		this.submissions = submissions;
		this.ledger = ledger;
		this.settings = settings;
	}

	/**
	 * What a form says.
	 *
	 * @param conflicts the services to which it would subscribe who said no since
	 * @param pauses whether its pause is a no for a time, and opens nothing
	 * @param seen what the person had before their eyes
	 */
	record Form(List<Statement> statements, List<SubscriptionStatement> subscriptions, List<String> conflicts,
			Optional<PauseStatement> pause, boolean pauses, ShownChoices seen) {

		/** Whether all that it says is no. */
		boolean saysOnlyNo() {
			return noes().size() == this.statements.size() && serviceNoes().size() == this.subscriptions.size()
					&& (this.pauses || this.pause.isEmpty());
		}

		/** Whether any of it is no. */
		boolean saysNo() {
			return this.pauses || !noes().isEmpty() || !serviceNoes().isEmpty();
		}

		/** Until when nothing is to come, where that is a no; null else. */
		@Nullable LocalDate pausedUntil() {
			return this.pauses ? this.pause.orElseThrow().until() : null;
		}

		List<SubscriptionStatement> serviceNoes() {
			return this.subscriptions.stream().filter((statement) -> !statement.in()).toList();
		}

		List<Statement> noes() {
			return this.statements.stream().filter((statement) -> statement.choice() == Choice.NO).toList();
		}

		/**
		 * A no said since the form was opened is not lifted by it; a plain <em>stop</em>
		 * needs no such guard.
		 */
		Map<Purpose, Choice> guard() {
			return (noes().size() == this.statements.size()) ? Map.of() : this.seen.choices();
		}

	}

	Form read(PublishedPage page, LinkRecipient recipient, PublicFormBody body, VisitorRequest request,
			Submission.Opening opening) {
		Map<Purpose, BoxMeaning> asked = asked(page, recipient);
		ShownChoices shown = ShownChoices.read(body.shown())
			.map((choices) -> withWritten(choices, page, recipient, opening))
			.orElse(null);
		asked.keySet()
			.removeIf((purpose) -> (shown != null) ? shown.hides(purpose)
					: !this.refusals.asks(page, recipient.say(), purpose));
		ShownChoices current = ShownChoices.of(recipient.say(), asked.keySet())
			.withServices(recipient.subscriptions(), page.services().keySet())
			.withPause(this.pause.running(recipient.say()).map(Pause::until).orElse(null));
		FormStatements said = new FormStatements(asked, shown, current, this.settings.defaults(), body.ticks());
		List<Statement> statements = new ArrayList<>(page.denylist() ? FormStatements.STOP : said.bySubject());
		if (request.gpc()) {
			statements.add(Statement.of(Purpose.SHARE, Choice.NO));
		}
		ServiceStatements services = new ServiceStatements(page.services(), shown, current, body.ticks());
		Optional<PauseStatement> pause = body.ticks().all() ? Optional.empty()
				: this.pause.bySubject(recipient.say(), body.ticks().pause(), (shown != null) ? shown.pause() : null);
		return new Form(statements, services.bySubject(), services.conflicts(), pause,
				pause.filter((statement) -> this.pause.isNo(recipient.say(), statement)).isPresent(),
				(shown != null) ? shown : current);
	}

	/**
	 * What the page asks, with the channels that stop its services and that it offers to
	 * open again.
	 */
	private Map<Purpose, BoxMeaning> asked(PublishedPage page, LinkRecipient recipient) {
		Map<Purpose, BoxMeaning> asked = new LinkedHashMap<>(page.boxes());
		page.services()
			.keySet()
			.stream()
			.flatMap((key) -> this.services.find(key).stream())
			.map(Service::channel)
			.filter((channel) -> page.mayReopen(channel) && PublicMessages.isStopped(recipient.say(), channel))
			.forEach((channel) -> asked.put(Purpose.marketing(channel), BoxMeaning.CONTACT_ME));
		return asked;
	}

	/**
	 * What a form showed, with what earlier forms of the opening have written of this
	 * person, but for those that were undone.
	 */
	private ShownChoices withWritten(ShownChoices shown, PublishedPage page, LinkRecipient recipient,
			Submission.Opening opening) {
		Map<Purpose, Choice> written = new EnumMap<>(Purpose.class);
		Map<String, ShownChoices.Standing> standings = new HashMap<>();
		ShownChoices seen = shown;
		if (opening.number() > 1) {
			List<LedgerEntry> entries = this.submissions.ofOpening(page.id(), opening.id())
				.stream()
				.filter((submission) -> recipient.profile().id().equals(submission.profile()))
				.filter((submission) -> submission.undoneAt() == null)
				.flatMap((submission) -> this.ledger.ofSubmission(recipient.profile().id(), submission.id()).stream())
				.toList();
			for (LedgerEntry entry : entries) {
				Purpose.of(entry.purpose())
					.ifPresent((purpose) -> written.put(purpose, Choice.of(entry.after()).orElseThrow()));
				if (entry.purpose().startsWith(SubscriptionLedger.PREFIX)) {
					ShownChoices.Standing
						.read(entry.after(), String.valueOf(entry.evidence().facts().getOrDefault("frequency", "")))
						.ifPresent((standing) -> standings
							.put(entry.purpose().substring(SubscriptionLedger.PREFIX.length()), standing));
				}
				if (Pause.subject(entry.purpose()).filter(Purpose.MARKETING_ANY::equals).isPresent()) {
					seen = seen.withPause(new FormPause.Typed(entry.after()).day().orElse(null));
				}
			}
		}
		return seen.with(written).withStandings(standings);
	}

}

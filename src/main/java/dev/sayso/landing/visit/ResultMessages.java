package dev.sayso.landing.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.service.Service;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.shared.Channel;

@Component
class ResultMessages {

	private final ConsentSettings settings;

	private final PublicMessages messages;

	private final RelatedPages relatedPages;

	private final ContactStatuses statuses;

	private final PageServices services;

	ResultMessages(ConsentSettings settings, PublicMessages messages, RelatedPages relatedPages,
			ContactStatuses statuses, PageServices services) {
		this.services = services;
		this.statuses = statuses;
		this.settings = settings;
		this.messages = messages;
		this.relatedPages = relatedPages;
	}

	enum Undoing {

		NOTHING, OFFERED, OFFERED_IN_PART, OVERTAKEN, DONE, DONE_IN_PART

	}

	/**
	 * What came of a form.
	 *
	 * @param written the ledger's entries of it
	 */
	record Outcome(PublishedPage page, PageWording wording, Submission submission, LinkRecipient recipient,
			List<LedgerEntry> written, Undoing undoing, String path) {

		boolean changed() {
			return !this.written.isEmpty();
		}

		boolean stopped() {
			return stopsAll(this.page, this.submission) && this.recipient.say().saysNoToAny();
		}

	}

	String title(Outcome outcome) {
		Locale locale = Locale.forLanguageTag(outcome.wording().language());
		if (outcome.submission().undoneAt() != null) {
			return this.messages.say(undone(outcome), locale);
		}
		if (outcome.stopped()) {
			return this.messages.say("public.result.stopped", locale);
		}
		if (!outcome.changed() && outcome.submission().content().fields().isEmpty()) {
			return this.messages.say("public.result.same", locale);
		}
		String own = outcome.wording().resultTitle();
		return (own.isBlank() || outcome.page().denylist()) ? this.messages.say("public.result.saved", locale) : own;
	}

	ResultView result(Outcome outcome, Locale locale) {
		boolean undone = outcome.submission().undoneAt() != null;
		boolean offered = outcome.undoing() == Undoing.OFFERED || outcome.undoing() == Undoing.OFFERED_IN_PART;
		String note = switch (outcome.undoing()) {
			case OFFERED -> outcome.submission().automatic() ? "public.result.opened" : "public.result.undo";
			case OFFERED_IN_PART -> "public.result.undo.part";
			case OVERTAKEN -> "public.result.overtaken";
			default -> null;
		};
		String text = (undone || outcome.wording().resultText().isBlank()) ? null : outcome.wording().resultText();
		String lead = undone ? this.messages.say(undone(outcome) + ".lead", locale) : lead(outcome, locale);
		return new ResultView(lead, text, undone ? List.of() : changes(outcome, locale), lines(outcome, locale), note,
				offered ? outcome.path() + "/undo" : null,
				this.relatedPages.change(outcome.page(), outcome.submission()),
				outcome.changed() ? outcome.path().replaceFirst("^/p/[^/]+/results/", ReceiptsController.PATH) : null);
	}

	private static String undone(Outcome outcome) {
		return (outcome.undoing() == Undoing.DONE_IN_PART) ? "public.result.undone.part" : "public.result.undone";
	}

	private String lead(Outcome outcome, Locale locale) {
		Consent no = outcome.recipient().say().get(Purpose.MARKETING_ANY).orElse(null);
		Instant since = (outcome.stopped() && no != null) ? no.since() : outcome.submission().at();
		String when = this.messages.when(since, outcome.recipient().profile(), locale);
		String masked = outcome.recipient().masked();
		return (masked != null) ? this.messages.say("public.result.for", locale, when, masked)
				: this.messages.say("public.result.at", locale, when);
	}

	private List<ResultView.Line> lines(Outcome outcome, Locale locale) {
		List<Purpose> purposes = new ArrayList<>(outcome.page().boxes().keySet());
		if (stopsAll(outcome.page(), outcome.submission()) || outcome.page().kind().stopsApart()) {
			List<Purpose> channels = this.settings.channelsInUse().stream().map(Purpose::marketing).toList();
			List<Purpose> shown = purposes.stream().filter(channels::contains).toList();
			purposes.removeIf(Purpose::isMarketing);
			purposes.addAll(0, Stream.concat(shown.stream(), channels.stream()).distinct().toList());
		}
		List<Service> services = outcome.page()
			.services()
			.keySet()
			.stream()
			.flatMap((key) -> this.services.find(key).stream())
			.collect(Collectors.toCollection(ArrayList::new));
		ContactStatus status = this.statuses.find(outcome.recipient().profile());
		List<ResultView.Line> lines = new ArrayList<>();
		for (Purpose purpose : purposes) {
			if (purpose != Purpose.MARKETING_ANY) {
				lines.add(line(outcome, purpose, status, locale));
				List<Service> within = services.stream()
					.filter((service) -> Purpose.marketing(service.channel()) == purpose)
					.toList();
				within.forEach((service) -> lines.add(line(outcome, service, true, locale)));
				services.removeAll(within);
			}
		}
		services.forEach((service) -> lines.add(line(outcome, service, false, locale)));
		return lines;
	}

	/** What somebody subscribes to comes only where its channel is not stopped. */
	private ResultView.Line line(Outcome outcome, Service service, boolean within, Locale locale) {
		Subscription current = outcome.recipient().subscriptions().of(service.slug()).orElse(null);
		boolean held = current != null && current.isSubscribed()
				&& PublicMessages.isStopped(outcome.recipient().say(), service.channel());
		String since = (current == null) ? null : this.messages.say("public.since", locale,
				this.messages.when(current.since(), outcome.recipient().profile(), locale));
		String often = (current == null) ? null
				: service.frequency(current.frequency())
					.map((frequency) -> frequency.in(locale.getLanguage()))
					.orElse(null);
		return new ResultView.Line(service.name(locale.getLanguage()), held ? "held" : state(current),
				(often != null) ? often + " · " + since : since, held ? "public.service.held" : null, within);
	}

	private static String state(@Nullable Subscription subscription) {
		return (subscription == null) ? "not" : switch (subscription.state()) {
			case SUBSCRIBED -> "on";
			case PENDING -> "wait";
			case UNSUBSCRIBED -> "off";
			case ENDED -> "not";
		};
	}

	/** What a form changed, told apart where it did not stop everything. */
	private List<ResultView.Change> changes(Outcome outcome, Locale locale) {
		return outcome.stopped() ? List.of()
				: outcome.written()
					.stream()
					.filter((entry) -> !PendingOptIns.isDrop(entry))
					.flatMap((entry) -> change(entry, locale).stream())
					.toList();
	}

	private Optional<ResultView.Change> change(LedgerEntry entry, Locale locale) {
		if (entry.purpose().startsWith(SubscriptionLedger.PREFIX)) {
			return this.services.find(entry.purpose().substring(SubscriptionLedger.PREFIX.length())).map((service) -> {
				String often = service.frequency(String.valueOf(entry.evidence().facts().get("frequency")))
					.map((frequency) -> frequency.in(locale.getLanguage()))
					.orElse(null);
				return new ResultView.Change(service.name(locale.getLanguage()),
						entry.after().equals(entry.before()) ? null : "public.state." + subscribed(entry.before()),
						subscribed(entry.after()), often);
			});
		}
		return Purpose.of(entry.purpose())
			.filter((purpose) -> purpose.isMarketing() || PageBox.USES.contains(purpose))
			.map((purpose) -> new ResultView.Change(this.messages.name(purpose, locale),
					"public.state." + said(entry.before()), said(entry.after()), null));
	}

	private static String subscribed(@Nullable String state) {
		return switch (String.valueOf(state)) {
			case "subscribed" -> "on";
			case "pending" -> "wait";
			case "unsubscribed" -> "off";
			default -> "not";
		};
	}

	private static String said(@Nullable String choice) {
		return switch (String.valueOf(choice)) {
			case "y" -> "on";
			case "n", "dn" -> "off";
			case "p" -> "wait";
			default -> "open";
		};
	}

	/**
	 * What is on is held back as long as somebody with the same address has stopped it.
	 */
	private ResultView.Line line(Outcome outcome, Purpose purpose, ContactStatus status, Locale locale) {
		EffectiveChoice effective = outcome.recipient().say().effective(purpose, this.settings.defaults());
		boolean held = effective.allows()
				&& purpose.channel().filter((channel) -> !status.sharedNoes(channel).isEmpty()).isPresent();
		String state = held ? "held" : switch (effective.choice()) {
			case PENDING -> "wait";
			case UNKNOWN, DEFAULT_YES -> "open";
			default ->
				(effective.because() == EffectiveChoice.Because.DEFAULT) ? "open" : (effective.allows() ? "on" : "off");
		};
		@Nullable Consent consent = effective.consent();
		String since = (consent == null || outcome.stopped()) ? null : this.messages.say("public.since", locale,
				this.messages.when(consent.since(), outcome.recipient().profile(), locale));
		return new ResultView.Line(this.messages.name(purpose, locale), state, since,
				held ? "public.state.held.text" : null);
	}

	private static boolean stopsAll(PublishedPage page, Submission submission) {
		return page.denylist() || submission.content().ticked().contains(PublicFormBody.ALL);
	}

	String thanks(PageWording wording) {
		return this.messages.say("public.result.thanks", Locale.forLanguageTag(wording.language()));
	}

	private String thanks(PublishedPage page, PageWording wording, List<Purpose> noes, Set<Channel> reached) {
		Locale locale = Locale.forLanguageTag(wording.language());
		String asked = this.messages.say("public.result.thanks.text", locale);
		if (noes.isEmpty()) {
			return asked;
		}
		String uncertain = this.messages.uncertain(noes, reached, page, wording);
		if (uncertain.isEmpty()) {
			return asked + " " + this.messages.say("public.result.thanks.no", locale);
		}
		String certain = this.messages.certain(noes, reached, locale);
		return asked + " " + (certain.isEmpty() ? "" : this.messages.say("public.noes.kept", locale, certain) + " ")
				+ uncertain;
	}

	/** What a visitor asked by a form, the same whoever they are. */
	ResultView asked(PublishedPage page, PageWording wording, Submission submission) {
		Locale locale = Locale.forLanguageTag(wording.language());
		List<String> ticked = submission.content().ticked();
		List<ResultView.Line> lines = new ArrayList<>();
		List<Purpose> noes = new ArrayList<>();
		if (stopsAll(page, submission)) {
			noes.add(Purpose.MARKETING_ANY);
			lines.add(new ResultView.Line(this.messages.name(Purpose.MARKETING_ANY, locale), "no", null, null));
		}
		else {
			page.boxes().forEach((purpose, meaning) -> {
				if (ticked.contains(PublicFormBody.box(purpose))) {
					boolean no = meaning == BoxMeaning.DO_NOT_CONTACT;
					lines.add(new ResultView.Line(this.messages.label(wording.box(purpose), purpose, locale),
							no ? "no" : "yes", null, null));
					if (no) {
						noes.add(purpose);
					}
				}
			});
			page.services().forEach((key, meaning) -> {
				if (ticked.contains(PublicFormBody.SERVICE + key)) {
					this.services.find(key)
						.ifPresent((service) -> lines.add(new ResultView.Line(service.name(locale.getLanguage()),
								(meaning == BoxMeaning.DO_NOT_CONTACT) ? "no" : "yes", null, null)));
				}
			});
		}
		String lead = lines.isEmpty() ? this.messages.say("public.result.thanks.nothing", locale)
				: thanks(page, wording, noes, submission.content().reached());
		return new ResultView(
				lines.stream().anyMatch((line) -> line.state().equals("yes"))
						? lead + " " + this.messages.say("public.result.thanks.yes", locale) : lead,
				wording.resultText().isBlank() ? null : wording.resultText(), List.of(), lines, null, null,
				"/p/" + page.slug() + "?lang=" + wording.language()
						+ (page.kind().hasService() ? "&service=" + page.service() : ""),
				null);
	}

}

package dev.sayso.landing.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;

/**
 * Puts into words what a form came to for a person, purpose by purpose.
 */
@Component
class ResultMessages {

	private final ConsentSettings settings;

	private final PublicMessages words;

	private final RelatedPages neighbours;

	ResultMessages(ConsentSettings settings, PublicMessages words, RelatedPages neighbours) {
		this.settings = settings;
		this.words = words;
		this.neighbours = neighbours;
	}

	/** What there is to tell. */
	record Told(PublishedPage edition, PageWording wording, Submission submission, LinkRecipient person,
			boolean changed, boolean undo, String path) {

		boolean stopped() {
			return this.edition.denylist() && this.person.say().saysNoToAny();
		}

	}

	String title(Told told) {
		Locale locale = Locale.forLanguageTag(told.wording().language());
		if (told.submission().undoneAt() != null) {
			return this.words.say("public.result.undone", locale);
		}
		if (told.stopped()) {
			return this.words.say("public.result.stopped", locale);
		}
		if (!told.changed() && told.submission().content().fields().isEmpty()) {
			return this.words.say("public.result.same", locale);
		}
		String own = told.wording().resultTitle();
		return (own.isBlank() || told.edition().denylist()) ? this.words.say("public.result.saved", locale) : own;
	}

	ResultView result(Told told, Locale locale) {
		boolean undone = told.submission().undoneAt() != null;
		String note = !told.undo() ? null
				: (told.submission().automatic() ? "public.result.opened" : "public.result.undo");
		String text = (undone || told.wording().resultText().isBlank()) ? null : told.wording().resultText();
		String lead = undone ? this.words.say("public.result.undone.lead", locale) : lead(told, locale);
		return new ResultView(lead, text, lines(told, locale), note, told.undo() ? told.path() + "/undo" : null,
				this.neighbours.change(told.edition(), told.submission()));
	}

	private String lead(Told told, Locale locale) {
		Consent no = told.person().say().get(Purpose.MARKETING_ANY).orElse(null);
		Instant since = (told.stopped() && no != null) ? no.since() : told.submission().at();
		String when = this.words.when(since, told.person().profile(), locale);
		String masked = told.person().masked();
		return (masked != null) ? this.words.say("public.result.for", locale, when, masked)
				: this.words.say("public.result.at", locale, when);
	}

	private List<ResultView.Line> lines(Told told, Locale locale) {
		List<Purpose> purposes = new ArrayList<>(told.edition().boxes().keySet());
		if (told.edition().denylist()) {
			this.settings.channelsInUse().forEach((channel) -> purposes.add(Purpose.marketing(channel)));
		}
		return purposes.stream()
			.filter((purpose) -> purpose != Purpose.MARKETING_ANY)
			.map((purpose) -> line(told, purpose, locale))
			.toList();
	}

	private ResultView.Line line(Told told, Purpose purpose, Locale locale) {
		EffectiveChoice effective = told.person().say().effective(purpose, this.settings.defaults());
		String state = effective.allows() ? "on" : ((effective.choice() == Choice.PENDING) ? "wait" : "off");
		@Nullable Consent consent = effective.consent();
		String since = (consent == null || told.stopped()) ? null : this.words.say("public.since", locale,
				this.words.when(consent.since(), told.person().profile(), locale));
		return new ResultView.Line(this.words.name(purpose, locale), state, since);
	}

}

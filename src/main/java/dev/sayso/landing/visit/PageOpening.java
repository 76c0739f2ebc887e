package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submissions;
import dev.sayso.shared.ProfileId;

/**
 * Opens a page for a reader. Nothing is written, whoever opens it and however often.
 */
@Component
class PageOpening {

	private final PublicFormPage forms;

	private final PublicPageRenderer pages;

	private final Submissions submissions;

	private final PublicMessages words;

	private final RelatedPages neighbours;

	PageOpening(PublicFormPage forms, PublicPageRenderer pages, Submissions submissions, PublicMessages words,
			RelatedPages neighbours) {
		this.forms = forms;
		this.pages = pages;
		this.submissions = submissions;
		this.words = words;
		this.neighbours = neighbours;
	}

	/**
	 * The page with its form.
	 * @param person null where nobody is identified
	 */
	ResponseEntity<String> form(PublishedPage edition, @Nullable LinkRecipient person, String path,
			VisitorRequest visit) {
		PageWording wording = wording(edition, person, visit);
		if (edition.denylist() && person != null && person.say().saysNoToAny()) {
			return already(edition, person, wording, path, visit);
		}
		boolean automatic = person != null && edition.denylist() && !edition.askFirst() && !visit.console()
				&& !undone(person.profile().id(), edition);
		return this.forms.answer(HttpStatus.OK, new PublicFormPage.View(edition, wording, path, person, null, Map.of(),
				automatic, notice(visit), this.neighbours.instead(edition, person)));
	}

	/**
	 * The page with its form as it was sent, and what is wrong with it.
	 */
	ResponseEntity<String> faulty(PublishedPage edition, @Nullable LinkRecipient person, String path,
			VisitorRequest visit, PublicFormBody typed, FormFaults faults) {
		return this.forms.answer(HttpStatus.UNPROCESSABLE_CONTENT,
				new PublicFormPage.View(edition, wording(edition, person, visit), path, person, typed, faults.codes(),
						false, null, this.neighbours.instead(edition, person)));
	}

	/**
	 * What is left of a page that is over: its text, or the page that follows it.
	 */
	ResponseEntity<String> closed(PublishedPage edition, VisitorRequest visit) {
		if (edition.redirect() != null) {
			return PublicResponse.go(edition.redirect());
		}
		PageWording wording = wording(edition, null, visit);
		PublicFrameView sheet = PublicFrameViews.of(edition, wording,
				this.words.say("public.closed", Locale.forLanguageTag(wording.language())), "/p/" + edition.slug(),
				false, null);
		Map<String, Object> model = new HashMap<>();
		if (wording.closedText().isBlank()) {
			model.put("code", "public.closed.text");
		}
		else {
			model.put("text", wording.closedText());
		}
		return PublicResponse.page(HttpStatus.GONE, sheet, this.pages.message(sheet, model));
	}

	static PageWording wording(PublishedPage edition, @Nullable LinkRecipient person, VisitorRequest visit) {
		return edition.wording(visit.languages((person != null) ? person.profile().details().language() : null));
	}

	private ResponseEntity<String> already(PublishedPage edition, LinkRecipient person, PageWording wording,
			String path, VisitorRequest visit) {
		Locale locale = Locale.forLanguageTag(wording.language());
		Consent no = person.say().get(Purpose.MARKETING_ANY).orElseThrow();
		String lead = this.words.say("public.already.lead", locale,
				this.words.when(no.since(), person.profile(), locale));
		PublicFrameView sheet = PublicFrameViews.of(edition, wording, this.words.say("public.already", locale), path,
				false, notice(visit));
		PublicFormView.Other other = this.neighbours.instead(edition, person);
		ResultView result = new ResultView(lead, null, List.of(), null, null, (other != null) ? other.href() : null);
		return PublicResponse.page(HttpStatus.OK, sheet, this.pages.result(sheet, result));
	}

	/**
	 * Who took back what opening the page did is asked first from then on.
	 */
	private boolean undone(ProfileId profile, PublishedPage edition) {
		return this.submissions.newest(profile, edition.page())
			.filter((submission) -> submission.undoneAt() != null)
			.isPresent();
	}

	private static @Nullable String notice(VisitorRequest visit) {
		return visit.console() ? "public.console.notice" : null;
	}

}

package dev.sayso.landing;

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
import dev.sayso.shared.ProfileId;

/**
 * Opens a page for a reader. Nothing is written, whoever opens it and however often.
 */
@Component
class OpenPage {

	private final ShowForm forms;

	private final RenderPage pages;

	private final Submissions submissions;

	private final Words words;

	private final Neighbours neighbours;

	OpenPage(ShowForm forms, RenderPage pages, Submissions submissions, Words words, Neighbours neighbours) {
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
	ResponseEntity<String> form(Edition edition, @Nullable Person person, String path, Visit visit) {
		Wording wording = wording(edition, person, visit);
		if (edition.denylist() && person != null && person.say().saysNoToAny()) {
			return already(edition, person, wording, path, visit);
		}
		boolean automatic = person != null && edition.denylist() && !edition.askFirst() && !visit.console()
				&& !undone(person.profile().id(), edition);
		return this.forms.answer(HttpStatus.OK, new ShowForm.View(edition, wording, path, person, null, Map.of(),
				automatic, notice(visit), this.neighbours.instead(edition, person)));
	}

	/**
	 * The page with its form as it was sent, and what is wrong with it.
	 */
	ResponseEntity<String> faulty(Edition edition, @Nullable Person person, String path, Visit visit, Posted typed,
			Faults faults) {
		return this.forms.answer(HttpStatus.UNPROCESSABLE_CONTENT,
				new ShowForm.View(edition, wording(edition, person, visit), path, person, typed, faults.codes(), false,
						null, this.neighbours.instead(edition, person)));
	}

	/**
	 * What is left of a page that is over: its text, or the page that follows it.
	 */
	ResponseEntity<String> closed(Edition edition, Visit visit) {
		if (edition.redirect() != null) {
			return Answer.go(edition.redirect());
		}
		Wording wording = wording(edition, null, visit);
		Sheet sheet = Sheets.of(edition, wording,
				this.words.say("public.closed", Locale.forLanguageTag(wording.language())), "/p/" + edition.slug(),
				false, null);
		Map<String, Object> model = new HashMap<>();
		if (wording.closedText().isBlank()) {
			model.put("code", "public.closed.text");
		}
		else {
			model.put("text", wording.closedText());
		}
		return Answer.page(HttpStatus.GONE, sheet, this.pages.message(sheet, model));
	}

	static Wording wording(Edition edition, @Nullable Person person, Visit visit) {
		return edition.wording(visit.languages((person != null) ? person.profile().details().language() : null));
	}

	private ResponseEntity<String> already(Edition edition, Person person, Wording wording, String path, Visit visit) {
		Locale locale = Locale.forLanguageTag(wording.language());
		Consent no = person.say().get(Purpose.MARKETING_ANY).orElseThrow();
		String lead = this.words.say("public.already.lead", locale,
				this.words.when(no.since(), person.profile(), locale));
		Sheet sheet = Sheets.of(edition, wording, this.words.say("public.already", locale), path, false, notice(visit));
		Form.Other other = this.neighbours.instead(edition, person);
		Result result = new Result(lead, null, List.of(), null, null, (other != null) ? other.href() : null);
		return Answer.page(HttpStatus.OK, sheet, this.pages.result(sheet, result));
	}

	/**
	 * Who took back what opening the page did is asked first from then on.
	 */
	private boolean undone(ProfileId profile, Edition edition) {
		return this.submissions.newest(profile, edition.page())
			.filter((submission) -> submission.undoneAt() != null)
			.isPresent();
	}

	private static @Nullable String notice(Visit visit) {
		return visit.console() ? "public.console.notice" : null;
	}

}

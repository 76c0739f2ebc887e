package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.landing.PublishedPage;

/**
 * Says on a public page, in the reader's language, why there is nothing else to see.
 */
@Component
class PublicNotices {

	private static final List<String> LANGUAGES = List.of("en", "fr", "nl");

	private final PublicPageRenderer pages;

	private final PublicMessages words;

	PublicNotices(PublicPageRenderer pages, PublicMessages words) {
		this.pages = pages;
		this.words = words;
	}

	/**
	 * Only the person themself answers on their page.
	 */
	ResponseEntity<String> console(PublishedPage edition, VisitorRequest visit) {
		return say(HttpStatus.FORBIDDEN, "public.console", edition, visit);
	}

	ResponseEntity<String> busy(PublishedPage edition, VisitorRequest visit, long seconds) {
		ResponseEntity<String> answer = say(HttpStatus.TOO_MANY_REQUESTS, "public.busy", edition, visit);
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header("Retry-After", Long.toString(seconds))
			.body(answer.getBody());
	}

	/**
	 * One answer for a page that is not there and for a link that is not genuine.
	 */
	ResponseEntity<String> unknown(VisitorRequest visit) {
		return say(HttpStatus.NOT_FOUND, "public.unknown", null, visit);
	}

	ResponseEntity<String> later(VisitorRequest visit) {
		return say(HttpStatus.SERVICE_UNAVAILABLE, "public.later", null, visit);
	}

	private ResponseEntity<String> say(HttpStatus status, String key, @Nullable PublishedPage edition,
			VisitorRequest visit) {
		String language = Locale.lookupTag(visit.languages(null), LANGUAGES);
		Locale locale = Locale.forLanguageTag((language != null) ? language : "en");
		PublicFrameView sheet = (edition != null)
				? PublicFrameViews.of(edition, edition.wording(visit.languages(null)),
						this.words.say(key, Locale.forLanguageTag(edition.wording(visit.languages(null)).language())),
						"/p/" + edition.slug(), false, null)
				: PublicFrameViews.of(locale.toLanguageTag(), this.words.say(key, locale));
		Map<String, Object> model = new HashMap<>();
		model.put("code", key + ".text");
		return PublicResponse.page(status, sheet, this.pages.message(sheet, model));
	}

}

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

	private final PublicPageRenderer renderer;

	private final PublicMessages messages;

	PublicNotices(PublicPageRenderer renderer, PublicMessages messages) {
		this.renderer = renderer;
		this.messages = messages;
	}

	/**
	 * Only the person themself answers on their page.
	 */
	ResponseEntity<String> console(PublishedPage page, VisitorRequest request) {
		return say(HttpStatus.FORBIDDEN, "public.console", page, request);
	}

	ResponseEntity<String> busy(PublishedPage page, VisitorRequest request, long seconds) {
		ResponseEntity<String> answer = say(HttpStatus.TOO_MANY_REQUESTS, "public.busy", page, request);
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header("Retry-After", Long.toString(seconds))
			.body(answer.getBody());
	}

	/**
	 * One answer for a page that is not there and for a link that is not genuine.
	 */
	ResponseEntity<String> unknown(VisitorRequest request) {
		return say(HttpStatus.NOT_FOUND, "public.unknown", null, request);
	}

	ResponseEntity<String> later(VisitorRequest request) {
		return say(HttpStatus.SERVICE_UNAVAILABLE, "public.later", null, request);
	}

	private ResponseEntity<String> say(HttpStatus status, String key, @Nullable PublishedPage page,
			VisitorRequest request) {
		String language = Locale.lookupTag(request.languages(null), LANGUAGES);
		Locale locale = Locale.forLanguageTag((language != null) ? language : "en");
		PublicFrameView frame = (page != null)
				? PublicFrameViews.of(page, page.wording(request.languages(null)),
						this.messages.say(key, Locale.forLanguageTag(page.wording(request.languages(null)).language())),
						"/p/" + page.slug(), false, null)
				: PublicFrameViews.of(locale.toLanguageTag(), this.messages.say(key, locale));
		Map<String, Object> model = new HashMap<>();
		model.put("code", key + ".text");
		return PublicResponse.page(status, frame, this.renderer.message(frame, model));
	}

}

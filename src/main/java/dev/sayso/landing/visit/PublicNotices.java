package dev.sayso.landing.visit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.request.VisitorRequest;

/**
 * Says on a public page, in the reader's language, why there is nothing else to see.
 */
@Component
public class PublicNotices {

	private static final List<String> LANGUAGES = List.of("en", "fr", "nl");

	private final PublicPageRenderer renderer;

	private final PublicMessages messages;

	private final PublishedPages pages;

	private final PageServices services;

	private final RelatedPages related;

	PublicNotices(PublicPageRenderer renderer, PublicMessages messages, PublishedPages pages, PageServices services,
			RelatedPages related) {
		this.services = services;
		this.related = related;
		this.renderer = renderer;
		this.messages = messages;
		this.pages = pages;
	}

	/**
	 * The frame of a page that belongs to the sender of them all, in the reader's
	 * language.
	 * @param own the language they are known to read
	 */
	public PublicFrameView frame(String title, VisitorRequest request, @Nullable String own, Object... args) {
		Locale locale = locale(request, own);
		return PublicFrameView.of(locale.toLanguageTag(), this.messages.say(title, locale, args), LANGUAGES, way());
	}

	ResponseEntity<byte[]> console(PublishedPage page, VisitorRequest request) {
		PageWording wording = page.wording(request.languages(null));
		PublicFrameView frame = PublicFrameView.of(page, wording,
				this.messages.say("public.console", Locale.forLanguageTag(wording.language())), "/p/" + page.slug(),
				false, null);
		return this.renderer.message(HttpStatus.FORBIDDEN, frame, Map.of("code", "public.console.text"));
	}

	public ResponseEntity<byte[]> console(VisitorRequest request) {
		Locale locale = locale(request, null);
		return notice(HttpStatus.FORBIDDEN, this.messages.say("public.console", locale), way(), locale,
				Map.of("code", "public.console.text"));
	}

	/**
	 * What a link in the header of a message is about.
	 *
	 * @param name of the service or channel, as people read it
	 * @param address whom it is for, masked; null where they have none
	 * @param choices the link to all of their choices; null where there is no such page
	 * @param done whether it was stopped just now
	 */
	record Unsubscribe(String name, @Nullable String address, String path, @Nullable String choices, boolean done) {

	}

	ResponseEntity<byte[]> unsubscribe(Unsubscribe link, Locale locale) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		PublicFrameView frame = frame(
				this.messages.say(link.done() ? "public.unsubscribed" : "public.unsubscribe", locale), way(), locale);
		Map<String, Object> model = new HashMap<>();
		model.put("name", link.name());
		model.put("done", link.done());
		model.put("path", placeholders.text(link.path()));
		model.put("address", placeholders.textOrNull(link.address()));
		model.put("choices", placeholders.textOrNull(link.choices()));
		return PublicResponse.page(HttpStatus.OK, frame,
				this.renderer.render("unsubscribe", frame, model, placeholders));
	}

	/** What becomes of a link that was renewed since. */
	enum Outdated {

		ASKS, STOPPED, STOPPED_ALL, REFUSED

	}

	/**
	 * A page by a link that was renewed since: it says nothing of the person, and stops
	 * what the page offers.
	 */
	ResponseEntity<byte[]> outdated(PublishedPage page, String path, Outdated state, VisitorRequest request) {
		PageWording wording = PageOpening.wording(page, null, request);
		Locale locale = Locale.forLanguageTag(wording.language());
		boolean stops = page.stopsContact() || page.offersStop();
		boolean stopped = List.of(Outdated.STOPPED, Outdated.STOPPED_ALL).contains(state);
		String key = stops ? switch (state) {
			case ASKS -> "public.outdated.stops";
			case STOPPED, STOPPED_ALL -> "public.outdated.stopped.text";
			case REFUSED -> "public.outdated.refused";
		} : "public.outdated.text";
		String names = (state == Outdated.STOPPED_ALL) ? this.messages.name(Purpose.MARKETING_ANY, locale)
				: stopped(page, locale);
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		Map<String, Object> model = new HashMap<>();
		model.put("text", this.messages.say(key, locale, names));
		model.put("path", (stops && !stopped) ? placeholders.text(path + "?lang=" + wording.language()) : null);
		model.put("related", this.related.instead(page, null));
		PublicFrameView frame = PublicFrameView.of(page, wording,
				this.messages.say(stopped ? "public.outdated.stopped" : "public.outdated", locale), path, false, null);
		HttpStatus status = !stops ? HttpStatus.GONE
				: ((state == Outdated.REFUSED) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		return PublicResponse.page(status, frame, this.renderer.render("outdated", frame, model, placeholders));
	}

	private String stopped(PublishedPage page, Locale locale) {
		List<Purpose> purposes = SubmitPage.stopped(page);
		Stream<String> services = purposes.contains(Purpose.MARKETING_ANY) ? Stream.of()
				: page.services()
					.keySet()
					.stream()
					.map((key) -> this.messages.name(this.services.find(key).orElse(null), locale));
		return Stream.concat(purposes.stream().map((purpose) -> this.messages.name(purpose, locale)), services)
			.distinct()
			.collect(Collectors.joining(", "));
	}

	/**
	 * One answer for a page that is not there and for a link that is not genuine: whose
	 * page it would be, and the way to stop contact that needs no link.
	 */
	ResponseEntity<byte[]> unknown(VisitorRequest request) {
		return unknown(HttpStatus.NOT_FOUND, request);
	}

	ResponseEntity<byte[]> unknown(HttpStatus status, VisitorRequest request) {
		PublishedPage way = way();
		Locale locale = locale(request);
		Map<String, Object> model = new HashMap<>();
		model.put("code", "public.unknown.text");
		if (way != null && !way.closed()) {
			model.put("way", "/p/" + way.slug() + "?lang=" + locale.toLanguageTag());
		}
		return notice(status, this.messages.say("public.unknown", locale), way, locale, model);
	}

	ResponseEntity<byte[]> later(VisitorRequest request) {
		Locale locale = locale(request);
		return notice(HttpStatus.SERVICE_UNAVAILABLE, this.messages.say("public.later", locale), null, locale,
				Map.of("code", "public.later.text"));
	}

	/**
	 * Nothing of a form that was given up is taken: what is left unticked says something.
	 */
	ResponseEntity<byte[]> slow(VisitorRequest request) {
		Locale locale = locale(request);
		return notice(HttpStatus.REQUEST_TIMEOUT, this.messages.say("public.slow", locale), null, locale,
				Map.of("code", "public.slow.text"));
	}

	/**
	 * The page where somebody stops contact who has no link, a denylist page first; else
	 * any page that says whose it is. Nothing where none is published, or the store is
	 * away.
	 */
	private @Nullable PublishedPage way() {
		try {
			List<PublishedPage> pages = this.pages.linkable();
			return pages.stream()
				.filter((page) -> !page.closed() && (page.denylist() || page.asksAboutContact()))
				.max(Comparator.comparing(PublishedPage::denylist))
				.orElseGet(() -> pages.isEmpty() ? null : pages.get(0));
		}
		catch (DataAccessException | TransactionException ex) {
			return null;
		}
	}

	private ResponseEntity<byte[]> notice(HttpStatus status, String title, @Nullable PublishedPage sender,
			Locale locale, Map<String, Object> model) {
		return this.renderer.message(status, frame(title, sender, locale), model);
	}

	private static PublicFrameView frame(String title, @Nullable PublishedPage sender, Locale locale) {
		return PublicFrameView.of(locale.toLanguageTag(), title, LANGUAGES, sender);
	}

	private static Locale locale(VisitorRequest request) {
		return locale(request, null);
	}

	public static Locale locale(VisitorRequest request, @Nullable String own) {
		String language = Locale.lookupTag(request.languages(own), LANGUAGES);
		return Locale.forLanguageTag((language != null) ? language : "en");
	}

}

package dev.sayso.decision.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferLanguages;
import dev.sayso.offer.Representation;

/**
 * The languages that a board shows beside each offer, and that a new one is written in:
 * those of the settings.
 */
@Component
class BoardLanguages {

	private final OfferLanguages languages;

	private final MessageSourceAccessor messages;

	BoardLanguages(OfferLanguages languages, MessageSourceAccessor messages) {
		this.languages = languages;
		this.messages = messages;
	}

	/** Their BCP 47 tags, in the order in which people see them. */
	List<String> tags() {
		return this.languages.all();
	}

	/** Their names by tag, in the same order. */
	Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		tags().forEach((tag) -> names.put(tag, name(tag)));
		return names;
	}

	/**
	 * In which of them an offer says something on a placement, and in which others it
	 * does all the same.
	 */
	List<BoardView.Said> at(Offer offer, String placement) {
		List<Representation> written = offer.draft()
			.representations()
			.stream()
			.filter((one) -> one.placement().equals(placement))
			.toList();
		return this.languages.allWith(written.stream().map(Representation::language).toList())
			.stream()
			.map((tag) -> said(tag, written))
			.toList();
	}

	private BoardView.Said said(String tag, List<Representation> written) {
		List<Representation> here = written.stream().filter((one) -> one.language().equals(tag)).toList();
		boolean any = tag.equals(Representation.ANY);
		return new BoardView.Said(any ? name(tag) : tag.toUpperCase(Locale.ROOT), name(tag), !here.isEmpty(),
				any || here.stream().anyMatch(Representation::main));
	}

	private String name(String tag) {
		return tag.equals(Representation.ANY) ? this.messages.getMessage("decision.language.any")
				: Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
	}

}

package dev.sayso.decision.board;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.DecisionContent;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Representation;
import dev.sayso.shared.page.PageFrame;

/**
 * The languages that a board shows beside each offer: those its offers are written in,
 * and those that the console speaks, the reader's own first.
 *
 * @param tags BCP 47
 */
record BoardLanguages(List<String> tags) {

	/** More would not fit beside an offer. */
	private static final int MOST = 5;

	/**
	 * Of so many offers the languages are looked up; what is beside them speaks the same.
	 */
	private static final int ASKED = 30;

	static BoardLanguages of(DecisionContent content, CatalogueLookup lookup) {
		Set<String> tags = new LinkedHashSet<>();
		tags.add(LocaleContextHolder.getLocale().getLanguage());
		content.scopes()
			.stream()
			.flatMap((scope) -> scope.criteria().stream())
			.flatMap((criterion) -> criterion.offers().stream())
			.limit(ASKED)
			.flatMap((offer) -> lookup.offer(offer).stream())
			.map(BoardLanguages::written)
			.forEach(tags::addAll);
		lookup.offer(content.fallback()).map(BoardLanguages::written).ifPresent(tags::addAll);
		PageFrame.LANGUAGES.forEach((language) -> tags.add(language.tag()));
		tags.remove(Representation.ANY);
		return new BoardLanguages(tags.stream().limit(MOST).toList());
	}

	private static Collection<String> written(Offer offer) {
		return offer.draft().representations().stream().map(Representation::language).sorted().toList();
	}

	/** In which of them an offer says something on a placement. */
	List<BoardView.Said> at(Offer offer, String placement) {
		return this.tags.stream().map((tag) -> said(tag, offer, placement)).toList();
	}

	private static BoardView.Said said(String tag, Offer offer, String placement) {
		List<Representation> written = offer.draft()
			.representations()
			.stream()
			.filter((one) -> one.placement().equals(placement) && one.language().equals(tag))
			.toList();
		return new BoardView.Said(tag.toUpperCase(Locale.ROOT), name(tag), !written.isEmpty(),
				written.stream().anyMatch(Representation::main));
	}

	static String name(String tag) {
		return Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
	}

}

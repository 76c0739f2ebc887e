package dev.sayso.decision.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.LocalizedTexts;

/**
 * Puts together what people see of a decision: each offer on each placement, in one
 * language at a time.
 */
@Component
class SeenContents {

	/** So many are shown at once; the simulation shows all. */
	private static final int MOST = 8;

	private final LiveCatalogue live;

	SeenContents(LiveCatalogue live) {
		this.live = live;
	}

	/**
	 * What people see.
	 *
	 * @param languages their names in the reader's language, by tag
	 * @param language the tag of the one that is shown
	 * @param more how many contents are not shown here
	 */
	record View(Map<String, String> languages, String language, List<Item> items, int more) {
	}

	/**
	 * An offer on a placement.
	 *
	 * @param type key of the content's type
	 * @param frame the address of what is shown; empty where it says nothing to readers
	 * of the language
	 * @param main whether they read the main text, in another language
	 */
	record Item(String offer, String name, String placement, boolean fallback, String type, String frame,
			boolean main) {
	}

	View view(Decision decision, LiveQuery query) {
		LiveDecision held = this.live.now().decision(decision.slug());
		if (held == null) {
			return new View(Map.of(), "", List.of(), 0);
		}
		List<LiveScope> scopes = held.scopes()
			.values()
			.stream()
			.filter((scope) -> query.placement().isEmpty() || scope.placement().slug().equals(query.placement()))
			.toList();
		Map<String, String> languages = languages(scopes, held);
		String language = languages.containsKey(query.language()) ? query.language()
				: languages.keySet().stream().findFirst().orElse("");
		List<Item> items = new ArrayList<>();
		scopes.forEach((scope) -> offers(scope, held)
			.forEach((offer) -> items.add(item(decision, scope, offer, offer.equals(held.fallback()), language))));
		return new View(languages, language, items.subList(0, Math.min(MOST, items.size())),
				Math.max(0, items.size() - MOST));
	}

	private static Stream<LiveOffer> offers(LiveScope scope, LiveDecision held) {
		return Stream
			.concat(scope.criteria().stream().flatMap((criterion) -> criterion.offers().stream()),
					Stream.ofNullable(held.fallback()))
			.distinct();
	}

	private static Map<String, String> languages(List<LiveScope> scopes, LiveDecision held) {
		Locale reader = LocaleContextHolder.getLocale();
		Map<String, String> languages = new LinkedHashMap<>();
		scopes.stream()
			.flatMap((scope) -> offers(scope, held)
				.flatMap((offer) -> Stream.ofNullable(offer.texts().get(scope.placement().slug()))))
			.flatMap((texts) -> texts.languages().stream())
			.filter((tag) -> !tag.isEmpty())
			.distinct()
			.sorted()
			.forEach((tag) -> languages.put(tag, capital(Locale.forLanguageTag(tag).getDisplayName(reader), reader)));
		return languages;
	}

	private static String capital(String name, Locale reader) {
		return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(reader) + name.substring(1);
	}

	private static Item item(Decision decision, LiveScope scope, LiveOffer offer, boolean fallback, String language) {
		LocalizedTexts texts = offer.texts().get(scope.placement().slug());
		LocalizedTexts.Text text = (texts == null) ? null : fallback ? texts.somehow(language) : texts.in(language);
		String frame = (text == null) ? ""
				: UriComponentsBuilder.fromPath("/decisions/{decision}/simulation/preview/{placement}/{offer}")
					.queryParam("who", "")
					.queryParam("language", language)
					.buildAndExpand(decision.slug(), scope.placement().slug(), offer.slug())
					.toUriString();
		boolean main = text != null && !language.isEmpty() && !text.language().isEmpty()
				&& !language.startsWith(text.language().toLowerCase(Locale.ROOT));
		return new Item(offer.slug(), offer.name(), scope.placement().name(), fallback, scope.placement().type().key(),
				frame, main);
	}

}

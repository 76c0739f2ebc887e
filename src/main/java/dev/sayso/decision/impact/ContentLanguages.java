package dev.sayso.decision.impact;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.decision.Decision;
import dev.sayso.decision.impact.LadderOffers.Ladder;

/**
 * The languages in which something is said on the ladders of a draft.
 *
 * @param readers how many read each, by tag, those that most people read first
 */
record ContentLanguages(Map<String, Long> readers) {

	static ContentLanguages of(Ladder ladder, ImpactResult result) {
		Map<String, Long> readers = new LinkedHashMap<>();
		Comparator<String> mostRead = Comparator.comparing((tag) -> count(tag, result), Comparator.reverseOrder());
		ladder.languages()
			.stream()
			.sorted(mostRead.thenComparing(Comparator.naturalOrder()))
			.forEach((tag) -> readers.put(tag, count(tag, result)));
		return new ContentLanguages(readers);
	}

	/** Those who read it, whatever their region. */
	private static Long count(String tag, ImpactResult result) {
		return result.languages()
			.entrySet()
			.stream()
			.filter((each) -> each.getKey().equalsIgnoreCase(tag)
					|| each.getKey().toLowerCase(Locale.ROOT).startsWith(tag + "-"))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	/** The one that was chosen, else that most people read; empty for none. */
	String choose(String tag) {
		return this.readers.containsKey(tag) ? tag : this.readers.keySet().stream().findFirst().orElse("");
	}

	List<MovementView.Language> views(Decision decision, ReachNumbers numbers) {
		return this.readers.entrySet()
			.stream()
			.map((each) -> view(each.getKey(), numbers.number(each.getValue()), decision))
			.toList();
	}

	private static MovementView.Language view(String tag, String readers, Decision decision) {
		Locale reader = LocaleContextHolder.getLocale();
		String name = Locale.forLanguageTag(tag).getDisplayName(reader);
		return new MovementView.Language(tag, name.substring(0, 1).toUpperCase(reader) + name.substring(1), readers,
				UriComponentsBuilder.fromPath("/decisions/{decision}/review/movement")
					.queryParam("language", tag)
					.buildAndExpand(decision.slug())
					.toUriString());
	}

}

package dev.sayso.decision.editor;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.PriorityTier;

/**
 * The languages in which a decision may say something.
 */
public final class SpokenLanguages {

	private SpokenLanguages() {
	}

	/**
	 * Their names by tag.
	 * @param asked one that is offered besides; empty for none
	 */
	public static Map<String, String> of(LiveDecision decision, String asked, Locale reader) {
		Map<String, String> names = new TreeMap<>();
		decision.scopes().forEach((placement, scope) -> {
			scope.rungs().forEach((rung) -> {
				for (PriorityTier.Candidate candidate : rung.candidates()) {
					add(candidate.texts(), names, reader);
				}
			});
			add((decision.fallback() != null) ? decision.fallback().texts().get(placement) : null, names, reader);
		});
		names.put(asked, Locale.forLanguageTag(asked).getDisplayName(reader));
		names.remove("");
		return names;
	}

	private static void add(@Nullable LocalizedTexts texts, Map<String, String> names, Locale reader) {
		if (texts != null) {
			texts.languages().forEach((tag) -> names.put(tag, Locale.forLanguageTag(tag).getDisplayName(reader)));
		}
	}

}

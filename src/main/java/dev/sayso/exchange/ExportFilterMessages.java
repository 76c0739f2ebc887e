package dev.sayso.exchange;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionSentences;
import dev.sayso.profile.list.ProfileQuery;

/**
 * Describes the filter of an export; a condition becomes a sentence.
 */
@Component
public class ExportFilterMessages {

	private final ConditionSentences sentences;

	ExportFilterMessages(ConditionSentences sentences) {
		this.sentences = sentences;
	}

	public String describe(ProfileQuery query) {
		List<String> parts = new ArrayList<>();
		if (!query.q().isEmpty()) {
			parts.add("q=" + query.q());
		}
		query.filters()
			.forEach((filter) -> filter.values().forEach((value) -> parts.add(describe(filter.name(), value))));
		return String.join(" · ", parts);
	}

	private String describe(String name, String value) {
		return name.equals("condition") ? this.sentences.plain(value, "–") : name + "=" + value;
	}

}

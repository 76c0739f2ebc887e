package dev.sayso.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.profile.list.ProfileQuery;

/**
 * Says what an export was narrowed to; a condition is read aloud.
 */
@Component
public class ExportFilterMessages {

	private final ConditionSentences aloud;

	ExportFilterMessages(ConditionSentences aloud) {
		this.aloud = aloud;
	}

	public String words(ProfileQuery query) {
		List<String> parts = new ArrayList<>();
		if (!query.q().isEmpty()) {
			parts.add("q=" + query.q());
		}
		query.filters().forEach((filter) -> filter.values().forEach((value) -> parts.add(words(filter.name(), value))));
		return String.join(" · ", parts);
	}

	private String words(String name, String value) {
		Locale reader = LocaleContextHolder.getLocale();
		try {
			return name.equals("condition") ? this.aloud.plain(ConditionJson.parse(value), reader) : name + "=" + value;
		}
		catch (InvalidConditionException ex) {
			return "–";
		}
	}

}

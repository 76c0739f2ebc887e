package dev.sayso.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audience.AnswerView.Asked;
import dev.sayso.audience.AnswerView.Row;
import dev.sayso.audience.AnswerView.Why;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionWords;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.Explain;
import dev.sayso.condition.Explanation;
import dev.sayso.condition.Fact;
import dev.sayso.condition.Facts;
import dev.sayso.condition.ReadAloud;
import dev.sayso.profile.PeopleSearch;
import dev.sayso.profile.KnowPeople;
import dev.sayso.profile.Profile;

/**
 * Explains for one chosen person which comparison fails.
 */
@Component
class AskAbout {

	private static final int CANDIDATES = 6;

	private final PeopleSearch find;

	private final KnowPeople know;

	private final Conditions conditions;

	private final Explain explain;

	private final Facts facts;

	private final ConditionWords words;

	private final ReadAloud aloud;

	AskAbout(PeopleSearch find, KnowPeople know, Conditions conditions, Explain explain, Facts facts,
			ConditionWords words, ReadAloud aloud) {
		this.find = find;
		this.know = know;
		this.conditions = conditions;
		this.explain = explain;
		this.facts = facts;
		this.words = words;
		this.aloud = aloud;
	}

	/** What all lines are made with. */
	private record Known(Map<String, Fact> facts, ReadAloud aloud) {

	}

	/**
	 * Why somebody is meant or not.
	 * @param typed an id, or part of a name or an address; null where nobody is asked
	 * about
	 */
	@Nullable Asked somebody(Condition condition, @Nullable String typed, Function<List<Profile>, List<Row>> rows) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		List<Profile> found = this.find.people(typed.strip(), CANDIDATES);
		if (found.size() != 1) {
			return new Asked(typed, rows.apply(found), false, List.of());
		}
		Profile person = found.get(0);
		Explanation explanation = this.explain.explain(condition, Objects
			.requireNonNull(this.know.of(found, this.conditions.compile(condition).parts()).get(person.id())));
		List<Why> lines = new ArrayList<>();
		add(explanation, 0, new Known(this.facts.byName(), this.aloud.now()), lines);
		return new Asked(typed, rows.apply(found), explanation.holds(), lines);
	}

	private void add(Explanation part, int depth, Known known, List<Why> lines) {
		Locale reader = LocaleContextHolder.getLocale();
		if (part.condition() instanceof Condition.Group group) {
			lines.add(new Why(depth, part.holds(), true, group.of().key(), null));
			part.parts().forEach((one) -> add(one, depth + 1, known, lines));
			return;
		}
		Condition.Comparison comparison = (Condition.Comparison) part.condition();
		Fact fact = Objects.requireNonNull(known.facts().get(comparison.fact()));
		String value = part.known()
			.stream()
			.map((one) -> this.words.value(fact, one, reader))
			.collect(Collectors.joining(", "));
		lines.add(new Why(depth, part.holds(), false, known.aloud().plain(comparison, reader),
				value.isEmpty() ? null : value));
	}

}

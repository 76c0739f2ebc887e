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

import dev.sayso.audience.AudiencePreviewView.Asked;
import dev.sayso.audience.AudiencePreviewView.Row;
import dev.sayso.audience.AudiencePreviewView.Why;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionExplainer;
import dev.sayso.condition.ConditionExplanation;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.person.Profile;
import dev.sayso.profile.list.ProfileSearchable;

/**
 * Explains for one chosen person which comparison fails.
 */
@Component
class MembershipExplainer {

	private static final int CANDIDATES = 6;

	private final ProfileSearchable find;

	private final PeopleLoader know;

	private final ConditionCompiler conditions;

	private final ConditionExplainer explain;

	private final FactRegistry facts;

	private final ConditionMessages words;

	private final ConditionSentences aloud;

	MembershipExplainer(ProfileSearchable find, PeopleLoader know, ConditionCompiler conditions,
			ConditionExplainer explain, FactRegistry facts, ConditionMessages words, ConditionSentences aloud) {
		this.find = find;
		this.know = know;
		this.conditions = conditions;
		this.explain = explain;
		this.facts = facts;
		this.words = words;
		this.aloud = aloud;
	}

	/** What all lines are made with. */
	private record Known(Map<String, Fact> facts, ConditionSentences aloud) {

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
		ConditionExplanation explanation = this.explain.explain(condition, Objects
			.requireNonNull(this.know.of(found, this.conditions.compile(condition).parts()).get(person.id())));
		List<Why> lines = new ArrayList<>();
		add(explanation, 0, new Known(this.facts.byName(), this.aloud.now()), lines);
		return new Asked(typed, rows.apply(found), explanation.holds(), lines);
	}

	private void add(ConditionExplanation part, int depth, Known known, List<Why> lines) {
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

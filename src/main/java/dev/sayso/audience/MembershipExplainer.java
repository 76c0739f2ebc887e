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

import dev.sayso.audience.AudiencePreview.Explanation;
import dev.sayso.audience.AudiencePreview.Line;
import dev.sayso.audience.AudiencePreview.Row;
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
import dev.sayso.profile.list.ProfileSearchProvider;

@Component
class MembershipExplainer {

	private static final int CANDIDATES = 6;

	private final ProfileSearchProvider search;

	private final PeopleLoader loader;

	private final ConditionCompiler conditions;

	private final ConditionExplainer explainer;

	private final FactRegistry facts;

	private final ConditionMessages messages;

	private final ConditionSentences sentences;

	MembershipExplainer(ProfileSearchProvider search, PeopleLoader loader, ConditionCompiler conditions,
			ConditionExplainer explainer, FactRegistry facts, ConditionMessages messages,
			ConditionSentences sentences) {
		this.search = search;
		this.loader = loader;
		this.conditions = conditions;
		this.explainer = explainer;
		this.facts = facts;
		this.messages = messages;
		this.sentences = sentences;
	}

	/**
	 * Why a person is a member or not.
	 * @param search an id, or part of a name or an address; null for nobody
	 */
	@Nullable Explanation explain(Condition condition, @Nullable String search, Function<List<Profile>, List<Row>> rows) {
		if (search == null || search.isBlank()) {
			return null;
		}
		List<Profile> candidates = this.search.people(search.strip(), CANDIDATES);
		if (candidates.size() != 1) {
			return new Explanation(search, rows.apply(candidates), false, List.of());
		}
		Profile profile = candidates.get(0);
		ConditionExplanation explanation = this.explainer.explain(condition, Objects.requireNonNull(
				this.loader.load(candidates, this.conditions.compile(condition).parts()).get(profile.id())));
		List<Line> lines = new ArrayList<>();
		add(explanation, 0, this.facts.byName(), this.sentences.now(), lines);
		return new Explanation(search, rows.apply(candidates), explanation.holds(), lines);
	}

	private void add(ConditionExplanation part, int depth, Map<String, Fact> facts, ConditionSentences sentences,
			List<Line> lines) {
		Locale locale = LocaleContextHolder.getLocale();
		if (part.condition() instanceof Condition.Group group) {
			lines.add(new Line(depth, part.holds(), true, group.of().key(), null));
			part.parts().forEach((child) -> add(child, depth + 1, facts, sentences, lines));
			return;
		}
		Condition.Comparison comparison = (Condition.Comparison) part.condition();
		Fact fact = Objects.requireNonNull(facts.get(comparison.fact()));
		String value = part.known()
			.stream()
			.map((known) -> this.messages.value(fact, known, locale))
			.collect(Collectors.joining(", "));
		lines.add(new Line(depth, part.holds(), false, sentences.plain(comparison, locale),
				value.isEmpty() ? null : value));
	}

}

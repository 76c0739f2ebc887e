package dev.sayso.decision.list;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.Validity;
import dev.sayso.shared.Named;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.store.Version;

/**
 * What lists tell of a decision, without its criteria.
 *
 * @param searchName its name without case and accents
 * @param differs whether the draft differs from what was published
 * @param live the number of the newest version; null before the first
 * @param fallback the key of the offer; empty for none
 * @param shown what the version that holds names; nothing where none does
 * @param watched whether it takes four eyes to publish it
 */
public record DecisionOutline(UUID id, int version, String slug, String name, String searchName, Decision.Status status,
		boolean differs, @Nullable Integer live, List<String> placements, String fallback, Validity validity,
		Set<String> drafted, Set<String> shown, Instant changedAt, String changedBy, boolean watched) implements Named {

	/** The attributes of people that a formula reads. */
	private static final Pattern ATTRIBUTES = Pattern
		.compile("profile\\s*\\.\\s*attributes\\s*(?:\\.\\s*|\\[\\s*[\"'])(\\w+)");

	static DecisionOutline of(Decision decision, @Nullable Version<DecisionContent> newest) {
		DecisionContent draft = decision.draft();
		boolean same = newest != null && newest.content().equals(draft) && newest.name().equals(decision.name());
		boolean holds = decision.status() == Decision.Status.LIVE && newest != null;
		return new DecisionOutline(decision.id(), (decision.version() != null) ? decision.version() : 0,
				decision.slug(), decision.name(), TextNormalizer.text(decision.name()), decision.status(), !same,
				decision.live(), draft.scopes().stream().map(DecisionScope::placement).toList(), draft.fallback(),
				draft.validity(), references(draft), holds ? references(newest.content()) : Set.of(),
				decision.changedAt(), decision.changedBy(), decision.fourEyes().required());
	}

	public boolean isChanged() {
		return this.differs && this.live != null;
	}

	boolean names(String use) {
		return this.drafted.contains(use) || this.shown.contains(use);
	}

	/** What a content names, each as its kind and its key. */
	private static Set<String> references(DecisionContent content) {
		Set<String> uses = new LinkedHashSet<>();
		if (!content.fallback().isEmpty()) {
			uses.add(named("offer", content.fallback()));
		}
		content.scopes().forEach((scope) -> {
			uses.add(named("placement", scope.placement()));
			scope.criteria().forEach((criterion) -> addReferences(criterion, uses));
		});
		return uses;
	}

	/** What a criterion by itself names. */
	static Set<String> references(Criterion criterion) {
		Set<String> uses = new LinkedHashSet<>();
		addReferences(criterion, uses);
		return uses;
	}

	private static void addReferences(Criterion criterion, Set<String> uses) {
		if (criterion.isShared()) {
			uses.add(named(Strategy.KIND, criterion.strategy()));
		}
		if (!criterion.collection().isEmpty()) {
			uses.add(named("collection", criterion.collection()));
		}
		criterion.offers().forEach((offer) -> uses.add(named("offer", offer)));
		Matcher read = ATTRIBUTES.matcher(criterion.formula());
		while (read.find()) {
			uses.add(named("fact", "attributes." + read.group(1)));
		}
		try {
			criterion.eligible().comparisons().forEach((comparison) -> uses.add(named("fact", comparison.fact())));
		}
		catch (InvalidConditionException ex) {
			// what cannot be read names nobody
		}
	}

	static String named(String kind, String slug) {
		return kind + " " + slug;
	}

}

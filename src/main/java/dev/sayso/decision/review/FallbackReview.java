package dev.sayso.decision.review;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Representation;

/**
 * Reviews what shows when nothing else may: it has to say something everywhere.
 */
public record FallbackReview(ReviewedDecision subject, List<DecisionFinding> findings) {

	void review() {
		String slug = this.subject.content().fallback();
		if (slug.isEmpty()) {
			add(Weight.ERROR, "no-fallback");
		}
		else {
			offer(this.subject.lookup().offer(slug).orElse(null), this.subject.lookup().offerName(slug));
		}
	}

	private void offer(@Nullable Offer offer, String name) {
		LiveOffer live = this.subject.live().fallback();
		if (offer == null || !offer.fallback()) {
			add(Weight.ERROR, "fallback-gone", name);
		}
		else if (offer.archivedAt() != null) {
			add(Weight.ERROR, "fallback-archived", name);
		}
		else if (live != null) {
			texts(live);
		}
	}

	private void texts(LiveOffer live) {
		if (live.personal()) {
			add(Weight.ERROR, "fallback-personal", live.name());
		}
		for (DecisionScope scope : this.subject.content().scopes()) {
			LocalizedTexts texts = live.texts().get(scope.placement());
			if (texts == null) {
				this.findings.add(
						DecisionFinding
							.in(Weight.ERROR, "fallback-silent", Step.FALLBACK, scope.placement(), live.name(),
									this.subject.placement(scope))
							.about(live.slug()));
			}
			else if (!missing(texts, spoken(scope, this.subject)).isEmpty()) {
				Set<String> missing = missing(texts, spoken(scope, this.subject));
				this.findings.add(
						DecisionFinding
							.in(Weight.WARNING, "fallback-language", Step.FALLBACK, scope.placement(), live.name(),
									this.subject.placement(scope), new Languages(missing))
							.about(live.slug()));
			}
		}
	}

	record Languages(Set<String> tags) {
	}

	public static Set<String> spoken(DecisionScope scope, ReviewedDecision subject) {
		Set<String> spoken = new TreeSet<>();
		subject.offers(scope)
			.stream()
			.map((offer) -> offer.texts().get(scope.placement()))
			.filter(Objects::nonNull)
			.forEach((texts) -> spoken.addAll(texts.languages()));
		spoken.remove(Representation.ANY);
		return spoken;
	}

	static Set<String> missing(LocalizedTexts texts, Set<String> languages) {
		Set<String> missing = new TreeSet<>(languages);
		missing.removeIf((language) -> texts.in(language) != null);
		return missing;
	}

	private void add(Weight weight, String code, Object... details) {
		String first = this.subject.scopes().findFirst().map(DecisionScope::placement).orElse("");
		this.findings.add(DecisionFinding.in(weight, code, Step.FALLBACK, first, details));
	}

}

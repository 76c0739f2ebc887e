package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FallbackReview;
import dev.sayso.decision.review.ReviewedDecision;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Representation;

/**
 * Puts the fallback offers together that a decision may choose from, and what each says
 * on its placements.
 */
@Component
public class FallbackViews {

	private final DecisionCatalogue catalogue;

	private final DecisionReview review;

	FallbackViews(DecisionCatalogue catalogue, DecisionReview review) {
		this.catalogue = catalogue;
		this.review = review;
	}

	/**
	 * An offer to choose.
	 *
	 * @param gone whether it may not stand behind a decision any more
	 */
	public record Option(String slug, String name, boolean gone, List<Place> places) {
	}

	/**
	 * What an offer says on one placement.
	 *
	 * @param said the languages it speaks, in words; nothing where it says nothing
	 * @param missing the languages of the scope's offers in which it says nothing
	 * @param shown the language of its preview; null where there is none
	 */
	public record Place(String placement, String name, List<String> said, List<String> missing,
			@Nullable String shown) {

		public boolean isSilent() {
			return this.said.isEmpty();
		}

	}

	/**
	 * Those that are approved, by name; one that is chosen and is not among them comes
	 * first.
	 */
	public List<Option> list(Decision decision) {
		ReviewedDecision subject = this.review.subject(decision);
		List<Option> options = new ArrayList<>();
		this.catalogue.fallbacks()
			.stream()
			.sorted(Comparator.comparing(ApprovedOffer::name, String.CASE_INSENSITIVE_ORDER))
			.forEach((offer) -> options.add(new Option(offer.slug(), offer.name(), false, places(offer, subject))));
		String chosen = decision.draft().fallback();
		if (!chosen.isEmpty() && options.stream().noneMatch((one) -> one.slug().equals(chosen))) {
			options.add(0, new Option(chosen, subject.lookup().offerName(chosen), true, List.of()));
		}
		return options;
	}

	private static List<Place> places(ApprovedOffer offer, ReviewedDecision subject) {
		return subject.scopes().map((scope) -> place(offer, scope, subject)).toList();
	}

	private static Place place(ApprovedOffer offer, DecisionScope scope, ReviewedDecision subject) {
		List<String> said = offer.content()
			.representations()
			.stream()
			.filter((one) -> one.placement().equals(scope.placement()))
			.map(Representation::language)
			.sorted()
			.toList();
		boolean main = offer.content()
			.representations()
			.stream()
			.anyMatch((one) -> one.placement().equals(scope.placement()) && one.speaksToAnybody());
		Set<String> missing = main ? Set.of() : FallbackReview.spoken(scope, subject);
		List<String> lower = said.stream().map((tag) -> tag.toLowerCase(Locale.ROOT)).toList();
		return new Place(scope.placement(), subject.placement(scope), said.stream().map(FallbackViews::word).toList(),
				missing.stream()
					.filter((tag) -> !lower.contains(tag) && !lower.contains(tag.replaceFirst("-.*", "")))
					.map(FallbackViews::word)
					.toList(),
				said.isEmpty() ? null : shown(said));
	}

	/** The reader's language, else any. */
	private static String shown(List<String> said) {
		String own = LocaleContextHolder.getLocale().getLanguage();
		return said.contains(own) ? own : said.get(0);
	}

	/** A language in words; empty for any. */
	private static String word(String tag) {
		return tag.isEmpty() ? "" : Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
	}

}

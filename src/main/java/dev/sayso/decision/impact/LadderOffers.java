package dev.sayso.decision.impact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.LocalizedTexts;

/**
 * Tells where offers stand on the ladders of a draft, and what of it is new.
 */
@Component
class LadderOffers {

	private final LiveSnapshotAssembler assembler;

	private final LiveCatalogue catalogue;

	LadderOffers(LiveSnapshotAssembler assembler, LiveCatalogue catalogue) {
		this.assembler = assembler;
		this.catalogue = catalogue;
	}

	Ladder assemble(Decision decision) {
		LiveDecision held = (decision.live() != null) ? this.catalogue.now().decision(decision.slug()) : null;
		return new Ladder(this.assembler.one(decision, 0, decision.draft()), held);
	}

	/**
	 * The ladders of a draft.
	 *
	 * @param held what holds; null where nothing does
	 */
	record Ladder(LiveDecision draft, @Nullable LiveDecision held) {

		/** The keys of the offers on a placement, from the top. */
		List<String> offers(String placement) {
			return on(this.draft, placement).map(LiveOffer::slug).distinct().toList();
		}

		/** Where the offers of a placement stand, from the top. */
		Map<String, Integer> places(String placement) {
			Map<String, Integer> places = new HashMap<>();
			offers(placement).forEach((offer) -> places.put(offer, places.size()));
			return places;
		}

		/** The first criterion that holds an offer, from 0; -1 for none. */
		int criterion(String placement, String offer) {
			return criteria(this.draft, placement)
				.filter((criterion) -> criterion.offers().stream().anyMatch((one) -> one.slug().equals(offer)))
				.map(LiveCriterion::place)
				.findFirst()
				.orElse(-1);
		}

		/** Whether an offer is on a ladder of the draft and was on none before. */
		boolean isAdded(String placement, String offer) {
			return this.held != null && offers(placement).contains(offer)
					&& this.held.scopes()
						.keySet()
						.stream()
						.flatMap((place) -> on(this.held, place))
						.noneMatch((one) -> one.slug().equals(offer));
		}

		/** Whether an offer can be shown on a placement by itself. */
		boolean says(String placement, String offer) {
			return Stream
				.concat(all(this.draft, placement), (this.held != null) ? all(this.held, placement) : Stream.of())
				.anyMatch((one) -> one.slug().equals(offer) && one.texts().containsKey(placement));
		}

		/** The languages in which something is said on it, in lower case. */
		Set<String> languages() {
			Set<String> languages = new TreeSet<>();
			this.draft.scopes()
				.keySet()
				.forEach((placement) -> all(this.draft, placement)
					.flatMap((offer) -> Stream.ofNullable(offer.texts().get(placement)))
					.map(LocalizedTexts::languages)
					.forEach(languages::addAll));
			languages.remove("");
			return languages;
		}

		private static Stream<LiveOffer> all(LiveDecision decision, String placement) {
			return Stream.concat(on(decision, placement), Stream.ofNullable(decision.fallback()));
		}

		private static Stream<LiveOffer> on(LiveDecision decision, String placement) {
			return criteria(decision, placement).flatMap((criterion) -> criterion.offers().stream());
		}

		private static Stream<LiveCriterion> criteria(LiveDecision decision, String placement) {
			Map<String, LiveScope> scopes = decision.scopes();
			return Stream.ofNullable(scopes.get(placement)).flatMap((scope) -> scope.criteria().stream());
		}

	}

}

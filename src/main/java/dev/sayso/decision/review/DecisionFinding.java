package dev.sayso.decision.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LocalizedTexts;

/**
 * Something a decision's reviewer should look at.
 *
 * @param code message key at {@code decision.finding.<code>}, and with {@code .do} what
 * to do about it
 * @param placement the key of the placement whose scope it is about; empty for none
 * @param place which of the scope's criteria it is about, from 1; 0 for none
 * @param offer where the one offer that it is about is repaired, under {@code /offers/};
 * empty for none or several
 */
public record DecisionFinding(Weight weight, String code, Step step, String placement, int place, List<Object> details,
		String offer) {

	enum Weight {

		/** The decision is not published with it. */
		ERROR,

		WARNING

	}

	public enum Step {

		DETAILS, SCOPES, CRITERIA, FALLBACK, REVIEW;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Names to tell in one breath, the first few of them. */
	record Names(List<String> names) {
	}

	/**
	 * Fields of texts to tell in one breath.
	 *
	 * @param tags by what a field is called, the languages in which it is told of; empty
	 * for a text that is for any
	 */
	record Fields(Map<String, Set<String>> tags) {
	}

	static DecisionFinding of(Weight weight, String code, Step step, Object... details) {
		return new DecisionFinding(weight, code, step, "", 0, Arrays.asList(details), "");
	}

	static DecisionFinding in(Weight weight, String code, Step step, String placement, Object... details) {
		return new DecisionFinding(weight, code, step, placement, 0, Arrays.asList(details), "");
	}

	static DecisionFinding at(Weight weight, String code, String placement, int place, Object... details) {
		return new DecisionFinding(weight, code, Step.CRITERIA, placement, place, Arrays.asList(details), "");
	}

	/** The same of an offer, on whose page it is repaired. */
	DecisionFinding about(String slug) {
		return new DecisionFinding(this.weight, this.code, this.step, this.placement, this.place, this.details, slug);
	}

	/** The same of one of its texts, which opens there. */
	DecisionFinding about(String slug, LocalizedTexts.Text text) {
		return about(slug + "?shown=" + this.placement + "." + (text.language().isEmpty() ? "*" : text.language()));
	}

	/** The criterion of a draft that it is about. */
	Optional<Criterion> criterion(DecisionContent draft) {
		return draft.scope(this.placement)
			.map(DecisionScope::criteria)
			.filter((criteria) -> this.place > 0 && this.place <= criteria.size())
			.map((criteria) -> criteria.get(this.place - 1));
	}

	public boolean isError() {
		return this.weight == Weight.ERROR;
	}

	/**
	 * Where it is repaired: the place on the board, with the form that does it open, or
	 * the page of the one offer that it is about.
	 */
	String href(String decision) {
		if (!this.offer.isEmpty()) {
			return "/offers/" + this.offer;
		}
		String board = "/decisions/" + decision + "/draft";
		return switch (this.step) {
			case DETAILS -> board + "?open=details#in-place";
			case SCOPES -> board + (this.placement.isEmpty() ? "?open=placement#in-place" : "#scope-" + this.placement);
			case CRITERIA -> board + criterion();
			case FALLBACK -> board + fallback();
			case REVIEW -> "/decisions/" + decision + "/review";
		};
	}

	private String criterion() {
		if (this.place == 0) {
			return this.placement.isEmpty() ? "#board" : "#scope-" + this.placement;
		}
		String open = switch (this.code) {
			case "condition", "criterion-never", "unguarded", "unguarded-offers" -> "people";
			case "criterion-empty" -> "offer";
			case "strategy-gone" -> "strategy";
			case "collection-gone", "collection-archived", "collection-empty" -> "source";
			default -> this.code.startsWith("formula") ? "ranking" : "";
		};
		return open.isEmpty()
				? "?all=" + this.placement + "." + this.place + "#criterion-" + this.placement + "-" + this.place
				: "?open=" + open + "&placement=" + this.placement + "&place=" + this.place + "#in-place";
	}

	private String fallback() {
		if (this.placement.isEmpty()) {
			return "#board";
		}
		String open = switch (this.code) {
			case "no-fallback" -> "fallback";
			case "fallback-gone", "fallback-archived", "fallback-personal" -> "fallbacks";
			default -> "";
		};
		return open.isEmpty() ? "#floor-" + this.placement
				: "?open=" + open + "&placement=" + this.placement + "#in-place";
	}

}

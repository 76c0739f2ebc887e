package dev.sayso.decision.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something a decision's reviewer should look at.
 *
 * @param code message key at {@code decision.finding.<code>}, and with {@code .do} what
 * to do about it
 * @param placement the key of the placement whose scope it is about; empty for none
 * @param place which of the scope's criteria it is about, from 1; 0 for none
 */
public record DecisionFinding(Weight weight, String code, Step step, String placement, int place,
		List<Object> details) {

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

	static DecisionFinding of(Weight weight, String code, Step step, Object... details) {
		return new DecisionFinding(weight, code, step, "", 0, Arrays.asList(details));
	}

	static DecisionFinding in(Weight weight, String code, Step step, String placement, Object... details) {
		return new DecisionFinding(weight, code, step, placement, 0, Arrays.asList(details));
	}

	static DecisionFinding at(Weight weight, String code, String placement, int place, Object... details) {
		return new DecisionFinding(weight, code, Step.CRITERIA, placement, place, Arrays.asList(details));
	}

	public boolean isError() {
		return this.weight == Weight.ERROR;
	}

	String href(String decision) {
		String base = "/decisions/" + decision;
		return switch (this.step) {
			case DETAILS -> base + "/draft";
			case SCOPES -> base + "/scopes" + anchor();
			case CRITERIA ->
				base + "/criteria" + ((this.place > 0) ? "/" + this.placement + "/" + this.place : anchor());
			case FALLBACK -> base + "/fallback";
			case REVIEW -> base + "/review";
		};
	}

	private String anchor() {
		return this.placement.isEmpty() ? "" : "#scope-" + this.placement;
	}

}

package dev.sayso.decision.simulation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.Verdict;
import dev.sayso.decision.Decision;
import dev.sayso.decision.simulation.SimulationParser.SimulationRequest;
import dev.sayso.offer.placement.Placement;

/**
 * A simulation, ready to show.
 *
 * @param zone in which its moment is given
 * @param versions the numbers of those there are, the newest first
 * @param languages what may be chosen, names by tag
 * @param language in which it is told, by name; empty where it is not known
 * @param json what the tab shows that is no result; empty for the result
 */
record SimulationView(Decision decision, SimulationQuery query, SimulatedPeople.Choices people,
		SimulationRequest request, String zone, List<Integer> versions, Map<String, String> languages, String language,
		List<Part> parts, String json) {

	/**
	 * What shows in one scope.
	 *
	 * @param items what shows, or the fallback
	 * @param steps what became of the offers that matter most
	 * @param otherwise what would show with more consent, where that differs
	 * @param contact null where the placement is on no channel
	 */
	record Part(Placement placement, List<Item> items, boolean fallback, String reason, List<Step> steps,
			List<Step> more, List<Otherwise> otherwise, @Nullable Verdict contact) {

		public int considered() {
			return this.steps.size() + this.more.size();
		}

		public boolean isHeld() {
			return !this.otherwise.isEmpty();
		}

	}

	record Item(String slug, String name, @Nullable Number score, String frame, String type, String language) {

	}

	record Step(String name, String outcome, String detail, String collection, boolean won, boolean eligible,
			@Nullable Number score) {

	}

	record Otherwise(String consent, String names) {

	}

	public boolean isDraft() {
		return this.query.value(SimulationQuery.VERSION).isEmpty();
	}

	public String path() {
		return "/decisions/" + this.decision.slug() + "/simulation";
	}

	public String fault(String name) {
		return this.request.faults().getOrDefault(name, "");
	}

}

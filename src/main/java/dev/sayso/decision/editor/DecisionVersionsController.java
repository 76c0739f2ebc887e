package dev.sayso.decision.editor;

import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.store.Version;

/**
 * What was published of a decision, version by version.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/versions")
class DecisionVersionsController {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final DecisionPage page;

	private final TierViews tierViews;

	private final DecisionMessages messages;

	private final DecisionCatalogue catalogue;

	DecisionVersionsController(Decisions decisions, DecisionVersions versions, DecisionPage page, TierViews tierViews,
			DecisionMessages messages, DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.versions = versions;
		this.page = page;
		this.tierViews = tierViews;
		this.messages = messages;
		this.catalogue = catalogue;
	}

	/**
	 * A version in the list.
	 *
	 * @param changes how it differs from the one before; empty for the first
	 */
	record Row(Version<DecisionContent> version, boolean newest, List<FieldChange> changes) {
	}

	@GetMapping
	ModelAndView list(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		List<Row> rows = this.versions.compare(decision.id(),
				(version, before) -> new Row(version, Integer.valueOf(version.number()).equals(decision.live()),
						before.map((earlier) -> this.messages.differences(parts(earlier), parts(version)))
							.orElseGet(List::of)));
		return this.page.page("decision/editor/versions", decision).addObject("rows", rows);
	}

	/** A version as it was, to be read. */
	@GetMapping("/{number:\\d{1,9}}")
	ModelAndView show(@PathVariable String id, @PathVariable int number) {
		Decision decision = this.decisions.get(id);
		Version<DecisionContent> version = this.versions.find(decision.id(), number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of decision " + id));
		String fallback = version.content().fallback();
		return this.page.page("decision/editor/version", decision)
			.addObject("version", version)
			.addObject("ladders", this.tierViews.of(version.content()))
			.addObject("fallback", fallback.isEmpty() ? "" : this.catalogue.look().offerName(fallback))
			.addObject("differences",
					this.messages.differences(parts(version), DecisionParts.of(decision.name(), decision.draft())));
	}

	private static Map<String, Object> parts(Version<DecisionContent> version) {
		return DecisionParts.of(version.name(), version.content());
	}

}

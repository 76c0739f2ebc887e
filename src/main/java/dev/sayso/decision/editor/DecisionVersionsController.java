package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionVersion;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;

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
	record Row(DecisionVersion version, boolean newest, List<FieldChange> changes) {
	}

	@GetMapping
	ModelAndView list(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		List<DecisionVersion> all = this.versions.list(decision.id());
		List<Row> rows = new ArrayList<>();
		for (int place = 0; place < all.size(); place++) {
			boolean first = place + 1 == all.size();
			rows.add(new Row(all.get(place), place == 0,
					first ? List.of() : this.messages.differences(parts(all.get(place + 1)), parts(all.get(place)))));
		}
		return this.page.page("decision/editor/versions", decision).addObject("rows", rows);
	}

	/**
	 * A version as it was, to be read.
	 */
	@GetMapping("/{number:\\d{1,9}}")
	ModelAndView show(@PathVariable String id, @PathVariable int number) {
		Decision decision = this.decisions.get(id);
		DecisionVersion version = this.versions.find(decision.id(), number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of decision " + id));
		String fallback = version.content().fallback();
		return this.page.page("decision/editor/version", decision)
			.addObject("version", version)
			.addObject("ladders", this.tierViews.of(version.content()))
			.addObject("fallback", fallback.isEmpty() ? "" : this.catalogue.look().offerName(fallback))
			.addObject("differences",
					this.messages.differences(parts(version), DecisionParts.of(decision.name(), decision.draft())));
	}

	private static Map<String, Object> parts(DecisionVersion version) {
		return DecisionParts.of(version.name(), version.content());
	}

}

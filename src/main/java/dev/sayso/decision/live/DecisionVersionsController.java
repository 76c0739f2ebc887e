package dev.sayso.decision.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.editor.DecisionParts;
import dev.sayso.decision.editor.DraftAddress;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.Version;

/**
 * What was published of a decision, version by version: read, compared, and made the
 * draft again.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/versions")
class DecisionVersionsController {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final LiveHeads heads;

	private final VersionRows rows;

	private final DecisionManagement management;

	private final DecisionMessages messages;

	DecisionVersionsController(Decisions decisions, DecisionVersions versions, LiveHeads heads, VersionRows rows,
			DecisionManagement management, DecisionMessages messages) {
		this.decisions = decisions;
		this.versions = versions;
		this.heads = heads;
		this.rows = rows;
		this.management = management;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		return page("versions", decision).map((page) -> page.addObject("rows", this.rows.all(decision)))
			.orElseGet(() -> new ModelAndView("redirect:" + DraftAddress.of(decision)));
	}

	/** A version as it was, to be read. */
	@GetMapping("/{number:\\d{1,9}}")
	ModelAndView show(@PathVariable String id, @PathVariable int number) {
		Decision decision = this.decisions.get(id);
		Version<DecisionContent> version = find(decision, number);
		Map<String, Object> parts = VersionRows.parts(version);
		return page("version", decision).orElseThrow()
			.addObject("version", version)
			.addObject("ladders", this.rows.ladders(version))
			.addObject("parts", this.messages.differences(Map.of(), said(parts)))
			.addObject("differences", this.messages.differences(parts, parts(decision, 0)));
	}

	/**
	 * Two versions side by side.
	 * @param left the number of one, by default that before the right one
	 * @param right the number of the other, by default the newest; 0 for the draft, which
	 * stands in while there is but one version
	 */
	@GetMapping("/comparison")
	ModelAndView compare(@PathVariable String id, @RequestParam @Nullable Integer left,
			@RequestParam @Nullable Integer right) {
		Decision decision = this.decisions.get(id);
		int newest = (decision.live() != null) ? decision.live() : 0;
		int after = (right != null) ? right : ((newest > 1) ? newest : 0);
		int before = (left != null) ? left : Math.max(1, ((after > 0) ? after : newest + 1) - 1);
		return page("comparison", decision)
			.map((page) -> page.addObject("left", before)
				.addObject("right", after)
				.addObject("numbers", IntStream.rangeClosed(0, newest).map((each) -> newest - each).boxed().toList())
				.addObject("differences", this.messages.differences(parts(decision, before), parts(decision, after))))
			.orElseGet(() -> new ModelAndView("redirect:" + DraftAddress.of(decision)));
	}

	/**
	 * Makes a version the draft.
	 * @param keep whether what the draft says by now is kept as a decision of its own
	 */
	@PostMapping("/{number:\\d{1,9}}/restoration")
	String restore(@PathVariable String id, @PathVariable int number, @RequestParam(defaultValue = "-1") int version,
			@RequestParam(defaultValue = "false") boolean keep, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		find(decision, number);
		if (keep && this.management.differs(decision)) {
			this.management.restore(decision.id(), number, version, actor);
			Decision kept = this.management.copy(decision, this.messages.word("decision.copy.suffix"), actor);
			Flash.done(redirect, "decision.version.restored.kept", String.valueOf(number), kept.name());
		}
		else {
			this.management.restore(decision.id(), number, version, actor);
			Flash.done(redirect, "decision.version.restored", String.valueOf(number));
		}
		return "redirect:" + DraftAddress.of(decision);
	}

	/** Without what is switched off, which nobody needs to read. */
	private static Map<String, Object> said(Map<String, Object> parts) {
		Map<String, Object> said = new LinkedHashMap<>(parts);
		said.values().removeIf(Boolean.FALSE::equals);
		return said;
	}

	private Optional<ModelAndView> page(String view, Decision decision) {
		return this.heads.find(decision)
			.map((head) -> new ModelAndView("decision/live/" + view).addObject("head", head));
	}

	private Version<DecisionContent> find(Decision decision, int number) {
		return this.versions.find(decision.id(), number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of decision " + decision.slug()));
	}

	private Map<String, Object> parts(Decision decision, int number) {
		return (number == 0) ? DecisionParts.of(decision.name(), decision.draft())
				: VersionRows.parts(find(decision, number));
	}

}

package dev.sayso.decision.board;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

/**
 * The board of a decision, and the addresses of the steps that were there before it.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class BoardController {

	private final Decisions decisions;

	private final BoardPage page;

	BoardController(Decisions decisions, BoardPage page) {
		this.decisions = decisions;
		this.page = page;
	}

	/**
	 * The board.
	 * @param open the kind of the form that is open; who may only read opens none
	 * @param all of which criterion all offers are drawn, as {@code placement.place}
	 */
	@GetMapping("/draft")
	ModelAndView board(@PathVariable String id, @RequestParam(defaultValue = "") String open,
			@RequestParam(defaultValue = "") String placement, @RequestParam(defaultValue = "0") int place,
			@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "") String like,
			@RequestParam(defaultValue = "") String all, @ModelAttribute("pageFrame") PageFrame pageFrame,
			Model model) {
		Decision decision = this.decisions.get(id);
		OpenForm form = pageFrame.markets() ? new OpenForm(open, placement, place, find.strip(), like) : OpenForm.NONE;
		return this.page.show(decision, isThere(decision, form) ? form : OpenForm.NONE,
				new BoardView.Shown(all, made(decision, model)));
	}

	/**
	 * Whether a form has its place: offers of a collection are not written here, and
	 * nothing that a selection strategy says.
	 */
	private static boolean isThere(Decision decision, OpenForm form) {
		if (form.place() == 0 || decision.draft().scope(form.placement()).isEmpty()) {
			return true;
		}
		Criterion criterion = BoardPlaces.criterion(decision, form.placement(), form.place());
		return switch (form.kind()) {
			case "offer", "offers" -> criterion.isOwn();
			case "people", "ranking", "source" -> !criterion.isShared();
			default -> true;
		};
	}

	/** The placement where something was just changed. */
	private static Set<String> made(Decision decision, Model model) {
		String made = (model.getAttribute("made") instanceof String id) ? id : "";
		return decision.draft()
			.scopes()
			.stream()
			.map(DecisionScope::placement)
			.filter((placement) -> made.matches("\\w+-" + placement + "(-.*)?"))
			.collect(Collectors.toSet());
	}

	@GetMapping("/scopes")
	String scopes(@PathVariable String id) {
		return to(id);
	}

	@GetMapping("/criteria")
	String criteria(@PathVariable String id) {
		return to(id);
	}

	@GetMapping("/criteria/{placement}/new")
	String newCriterion(@PathVariable String id, @PathVariable String placement) {
		return to(id, placement, "scope-" + placement);
	}

	@GetMapping("/criteria/{placement}/{place:\\d{1,3}}")
	String criterion(@PathVariable String id, @PathVariable String placement, @PathVariable int place) {
		return to(id, placement, BoardPlaces.id(placement, place));
	}

	@GetMapping("/fallback")
	String fallback(@PathVariable String id) {
		return to(id);
	}

	private String to(String id) {
		return to(this.decisions.get(id), "board");
	}

	/** To a place of a placement, or to the board where that is none of it. */
	private String to(String id, String placement, String place) {
		Decision decision = this.decisions.get(id);
		return to(decision, decision.draft().scope(placement).isPresent() ? place : "board");
	}

	private static String to(Decision decision, String place) {
		return "redirect:" + DraftEdits.path(decision) + "#" + place;
	}

}

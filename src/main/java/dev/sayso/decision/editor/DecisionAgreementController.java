package dev.sayso.decision.editor;

import java.util.function.Consumer;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * What is agreed about the publication of a decision: whether it takes another, what is
 * asked of that other, and what is to come called off.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class DecisionAgreementController {

	private final Decisions decisions;

	private final DecisionFourEyes eyes;

	private final PublishDecision publication;

	DecisionAgreementController(Decisions decisions, DecisionFourEyes eyes, PublishDecision publication) {
		this.decisions = decisions;
		this.eyes = eyes;
		this.publication = publication;
	}

	@PostMapping("/publication/request")
	String request(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (decision) -> this.eyes.request(decision.id(), version, actor), "/review", redirect);
	}

	@PutMapping("/four-eyes")
	String require(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (decision) -> this.eyes.require(decision.id(), version, actor), "/review", redirect);
	}

	@DeleteMapping("/four-eyes")
	String release(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (decision) -> this.eyes.release(decision.id(), version, actor), "/review", redirect);
	}

	/** Takes back what is to come, or what was missed and is seen to. */
	@DeleteMapping("/schedule")
	String unschedule(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (decision) -> {
			this.publication.callOff(decision, version, actor);
			Flash.done(redirect, "decision.unscheduled.done", decision.name());
		}, "", redirect);
	}

	private String act(String id, Consumer<Decision> act, String page, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		try {
			act.accept(decision);
		}
		catch (StaleEditException ex) {
			Flash.error(redirect, "decision.agreement.stale", decision.name());
		}
		return "redirect:/decisions/" + decision.slug() + page;
	}

}

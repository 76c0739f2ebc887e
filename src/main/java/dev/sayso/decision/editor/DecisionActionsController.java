package dev.sayso.decision.editor;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * What is done with a decision as a whole: copies, and the archive.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class DecisionActionsController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final MessageSource messages;

	DecisionActionsController(Decisions decisions, DecisionManagement management, MessageSource messages) {
		this.decisions = decisions;
		this.management = management;
		this.messages = messages;
	}

	@PostMapping("/copies")
	String duplicate(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		String suffix = this.messages.getMessage("decision.copy.suffix", null, LocaleContextHolder.getLocale());
		Decision created = this.management.copy(this.decisions.get(id), suffix, actor);
		Flash.done(redirect, "decision.created", created.name());
		return "redirect:/decisions/" + created.slug() + "/draft";
	}

	@PutMapping("/archive")
	String archive(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return archive(this.decisions.get(id), true, version, actor, redirect);
	}

	@DeleteMapping("/archive")
	String restore(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return archive(this.decisions.get(id), false, version, actor, redirect);
	}

	/** A second click finds it done. */
	private String archive(Decision decision, boolean away, int version, Actor actor, RedirectAttributes redirect) {
		if ((decision.archivedAt() != null) != away) {
			this.management.archive(decision.id(), away, version, actor);
		}
		Flash.done(redirect, away ? "decision.put-away" : "decision.restored", decision.name());
		return "redirect:/decisions/" + decision.slug();
	}

}

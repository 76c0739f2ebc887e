package dev.sayso.decision.outcome;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The section <em>Decisions</em> of Settings.
 */
@ConsolePage
@RequestMapping("/settings/decisions")
class DecisionSettingsController {

	private final DecisionSettings settings;

	DecisionSettingsController(DecisionSettings settings) {
		this.settings = settings;
	}

	/** What is typed. */
	record Form(@NotNull(message = "{decision.days.fault}") @Min(value = 0, message = "{decision.days.fault}") @Max(
			value = DecisionSettings.MOST_DAYS, message = "{decision.days.fault}") @Nullable Integer days) {

	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", new Form(this.settings.days()));
		return "decision/outcome/settings";
	}

	@PutMapping
	String save(@ModelAttribute("form") @Valid Form form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes to) {
		if (errors.hasErrors() || form.days() == null) {
			response.setStatus(422);
			return "decision/outcome/settings";
		}
		Flash.done(to, this.settings.keepFor(form.days(), actor) ? "decision.days.saved" : "decision.days.same");
		return "redirect:/settings/decisions";
	}

}

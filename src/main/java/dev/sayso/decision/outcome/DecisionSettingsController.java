package dev.sayso.decision.outcome;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

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

@ConsolePage
@RequestMapping("/settings/decisions")
class DecisionSettingsController {

	private final DecisionSettings settings;

	DecisionSettingsController(DecisionSettings settings) {
		this.settings = settings;
	}

	record Form(String days) {

		private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

		boolean isValid() {
			return NUMBER.matcher(this.days).matches() && Integer.parseInt(this.days) <= DecisionSettings.MOST_DAYS;
		}

	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", new Form(String.valueOf(this.settings.days())));
		return "decision/outcome/settings";
	}

	@PutMapping
	String save(@ModelAttribute("form") Form form, BindingResult errors, Actor actor, HttpServletResponse response,
			RedirectAttributes to) {
		if (!form.isValid()) {
			errors.rejectValue("days", "decision.days.fault");
			response.setStatus(422);
			return "decision/outcome/settings";
		}
		Flash.done(to, this.settings.keepFor(Integer.parseInt(form.days()), actor) ? "decision.days.saved"
				: "decision.days.same");
		return "redirect:/settings/decisions";
	}

}

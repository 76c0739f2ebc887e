package dev.sayso.contact.events;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * When bounces that are not final suppress an address.
 */
@ConsolePage
@RequestMapping("/settings/bounces")
class BounceSettingsController {

	private static final String PAGE = "contact/events/bounces";

	private final BounceRule rule;

	private final Audit audit;

	private final TransactionTemplate transaction;

	BounceSettingsController(BounceRule rule, Audit audit, TransactionTemplate transaction) {
		this.rule = rule;
		this.audit = audit;
		this.transaction = transaction;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", BounceForm.of(this.rule.limits()));
		return PAGE;
	}

	@PutMapping
	String save(@ModelAttribute("form") @Valid BounceForm form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(422);
			return PAGE;
		}
		boolean changed = Boolean.TRUE.equals(this.transaction.execute((status) -> change(form, actor)));
		Flash.done(redirect, changed ? "bounces.saved" : "channels.same");
		return "redirect:/settings/bounces";
	}

	private boolean change(BounceForm form, Actor by) {
		List<FieldChange> changes = FieldChange.between(BounceForm.of(this.rule.limits()).fields(), form.fields());
		if (changes.isEmpty()) {
			return false;
		}
		this.rule.set(form.limits());
		this.audit.write(by, "edited", new AuditSubject("settings", "bounces", "bounces"), changes);
		return true;
	}

}

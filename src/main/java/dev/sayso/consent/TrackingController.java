package dev.sayso.consent;

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
 * What may be measured of mail, where people have said nothing.
 */
@ConsolePage
@RequestMapping("/settings/tracking")
class TrackingController {

	private final ConsentSettings settings;

	private final Audit audit;

	private final TransactionTemplate transaction;

	TrackingController(ConsentSettings settings, Audit audit, TransactionTemplate transaction) {
		this.settings = settings;
		this.audit = audit;
		this.transaction = transaction;
	}

	@ModelAttribute
	void choices(Model model) {
		model.addAttribute("choices", TrackingForm.CHOICES);
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", TrackingForm.of(this.settings));
		return "consent/tracking";
	}

	@PutMapping
	String save(@ModelAttribute("form") @Valid TrackingForm form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "consent/tracking";
		}
		boolean changed = Boolean.TRUE.equals(this.transaction.execute((status) -> change(form, actor)));
		Flash.done(redirect, changed ? "tracking.saved" : "channels.same");
		return "redirect:/settings/tracking";
	}

	private boolean change(TrackingForm form, Actor by) {
		List<FieldChange> changes = FieldChange.between(TrackingForm.of(this.settings).fields(), form.fields());
		if (changes.isEmpty()) {
			return false;
		}
		form.save(this.settings);
		this.audit.write(by, "edited", new AuditSubject("settings", "tracking", "tracking"), changes);
		return true;
	}

}

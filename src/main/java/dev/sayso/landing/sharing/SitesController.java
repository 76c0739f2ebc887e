package dev.sayso.landing.sharing;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

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
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.Settings;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The websites of one's own on which public pages and copies of their forms stand.
 */
@ConsolePage
@RequestMapping("/settings/sites")
class SitesController {

	private final Settings settings;

	private final Audit audit;

	private final TransactionTemplate transaction;

	SitesController(Settings settings, Audit audit, TransactionTemplate transaction) {
		this.settings = settings;
		this.audit = audit;
		this.transaction = transaction;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", SitesForm.of(NamedOrigins.of(this.settings)));
		return "landing/sharing/sites";
	}

	@PutMapping
	String save(@ModelAttribute("form") SitesForm form, BindingResult errors, Actor actor, HttpServletResponse response,
			RedirectAttributes redirect) {
		form.fault()
			.ifPresent((line) -> errors.rejectValue("origins", "sites.fault", new Object[] { line }, "sites.fault"));
		if (form.named().size() > SitesForm.MOST) {
			errors.rejectValue("origins", "sites.fault.many", new Object[] { SitesForm.MOST }, "sites.fault.many");
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "landing/sharing/sites";
		}
		this.transaction.executeWithoutResult((status) -> change(form.named(), actor));
		Flash.done(redirect, "sites.saved");
		return "redirect:/settings/sites";
	}

	private void change(List<String> named, Actor by) {
		List<FieldChange> changes = FieldChange.between(
				Map.of(NamedOrigins.SETTING, String.valueOf(SitesForm.of(NamedOrigins.of(this.settings)).origins())),
				Map.of(NamedOrigins.SETTING, String.join("\n", named)));
		if (!changes.isEmpty()) {
			NamedOrigins.set(this.settings, named);
			this.audit.write(by, "edited", new AuditSubject("settings", "sites", "sites"), changes);
		}
	}

}

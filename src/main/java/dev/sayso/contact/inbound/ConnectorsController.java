package dev.sayso.contact.inbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Sets connectors up in Settings.
 */
@ConsolePage
@RequestMapping("/settings/connectors")
class ConnectorsController {

	private final Connectors connectors;

	private final ConnectorManagement management;

	private final ProviderForms forms;

	private final ConnectorPages pages;

	ConnectorsController(Connectors connectors, ConnectorManagement management, ProviderForms forms,
			ConnectorPages pages) {
		this.connectors = connectors;
		this.management = management;
		this.forms = forms;
		this.pages = pages;
	}

	@GetMapping
	String list(Model model) {
		List<Connector> all = this.connectors.findAllByOrderByName();
		Map<UUID, ProviderKind.Missing> missing = new HashMap<>();
		all.forEach((connector) -> this.forms.get(connector)
			.missing(connector)
			.ifPresent((found) -> missing.put(connector.id(), found)));
		model.addAttribute("connectors", all);
		model.addAttribute("missing", missing);
		return "contact/inbound/connectors";
	}

	@GetMapping("/new")
	ModelAndView draft(@RequestParam(defaultValue = "") String kind) {
		return this.forms.find(kind)
			.map(ProviderForm::kind)
			.map((found) -> draft(ConnectorForm.of(found), found, HttpStatus.OK))
			.orElseGet(() -> new ModelAndView("contact/inbound/kinds").addObject("kinds", this.forms.kinds()));
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid ConnectorForm form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes redirect) {
		ProviderKind kind = this.forms.chosen(form.kind());
		form.checkNew(kind, errors);
		if (!errors.hasErrors()) {
			try {
				Connector created = this.management.create(form.slug(), kind, form.asChannel(kind), form.content(),
						actor);
				if (kind.trust() == ProviderKind.Trust.SECRET) {
					return this.pages.secret(created, response);
				}
				Flash.done(redirect, "connector.created", created.name());
				return new ModelAndView("redirect:/settings/connectors/" + created.id());
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "connector.fault.slug.taken");
			}
		}
		return draft(form, kind, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id) {
		Connector connector = this.connectors.get(id);
		return this.pages.show(connector, ConnectorForm.of(connector), null, HttpStatus.OK);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid ConnectorForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Connector connector = this.connectors.get(id);
		form.check(this.forms.kind(connector), errors);
		if (connector.isEnded()) {
			errors.reject("connector.ended.text");
		}
		if (errors.hasErrors()) {
			return this.pages.show(connector, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Connector saved = this.management.edit(connector.id(), form.version(), form.content(), actor);
			Flash.done(redirect, "connector.saved", saved.name());
			return new ModelAndView("redirect:/settings/connectors/" + id);
		}
		catch (StaleEditException ex) {
			Connector theirs = this.connectors.get(id);
			return this.pages.show(theirs, form, theirs, HttpStatus.CONFLICT);
		}
	}

	@GetMapping("/{id}/secrets/new")
	String confirm(@PathVariable String id, Model model) {
		model.addAttribute("connector", this.connectors.get(id));
		return "contact/inbound/renew";
	}

	/** Where somebody comes back to a secret, which is shown once. */
	@GetMapping("/{id}/secrets")
	String back(@PathVariable String id) {
		return "redirect:/settings/connectors/" + this.connectors.get(id).id();
	}

	/** Makes another secret, and shows it once. */
	@PostMapping("/{id}/secrets")
	ModelAndView renew(@PathVariable String id, Actor actor, HttpServletResponse response) {
		Connector connector = this.connectors.get(id);
		if (connector.isEnded() || this.forms.kind(connector).trust() != ProviderKind.Trust.SECRET) {
			return new ModelAndView("redirect:/settings/connectors/" + id);
		}
		this.management.renew(connector, actor);
		return this.pages.secret(connector, response);
	}

	@PutMapping("/{id}/pause")
	String disable(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return disable(id, true, actor, redirect);
	}

	@DeleteMapping("/{id}/pause")
	String enable(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return disable(id, false, actor, redirect);
	}

	@GetMapping("/{id}/removal")
	String part(@PathVariable String id, Model model) {
		Connector connector = this.connectors.get(id);
		model.addAttribute("connector", connector);
		model.addAttribute("kept", this.management.isKept(connector));
		return "contact/inbound/remove";
	}

	@DeleteMapping("/{id}")
	String remove(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Connector connector = this.connectors.get(id);
		if (this.management.remove(connector, actor)) {
			Flash.done(redirect, "connector.deleted", connector.name());
			return "redirect:/settings/connectors";
		}
		Flash.done(redirect, "connector.ended.done", connector.name());
		return "redirect:/settings/connectors/" + id;
	}

	private String disable(String id, boolean disabled, Actor actor, RedirectAttributes redirect) {
		Connector connector = this.connectors.get(id);
		this.management.disable(connector, disabled, actor);
		Flash.done(redirect, disabled ? "connector.disabled.done" : "connector.enabled.done", connector.name());
		return "redirect:/settings/connectors/" + id;
	}

	private static ModelAndView draft(ConnectorForm form, ProviderKind kind, HttpStatus status) {
		return new ModelAndView("contact/inbound/new", status).addObject("form", form)
			.addObject("kind", kind)
			.addObject("channels", kind.channels().stream().map((channel) -> channel.key()).toList());
	}

}

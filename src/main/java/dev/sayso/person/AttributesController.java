package dev.sayso.person;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
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

import dev.sayso.condition.BrokenUsesException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The attributes a deployment keeps of people besides their details, in Settings.
 */
@ConsolePage
@RequestMapping("/settings/attributes")
class AttributesController {

	private final Attributes attributes;

	private final AttributeManagement management;

	AttributesController(Attributes attributes, AttributeManagement management) {
		this.attributes = attributes;
		this.management = management;
	}

	/**
	 * An attribute as it is declared in Settings.
	 *
	 * @param name given once
	 * @param type given once somebody has a value
	 * @param version the one that was shown; null for one that is new
	 */
	record Form(String name,
			@NotBlank(message = "{profile.attribute.fault.label}") @Size(max = 200,
					message = "{profile.fault.long}") String label,
			@NotNull(message = "{profile.attribute.fault.type}") Attribute.@Nullable Type type,
			@Size(max = 10000, message = "{profile.fault.long}") String options, @Nullable Integer version) {

		static final Form BLANK = new Form("", "", Attribute.Type.TEXT, "", null);

		static Form of(Attribute attribute) {
			return new Form(attribute.name(), attribute.label(), attribute.type(), attribute.options(),
					attribute.version());
		}

		/**
		 * What no annotation says: a name that files and the API can use, and a list with
		 * something to choose.
		 */
		void check(Errors errors, boolean named) {
			if (!named && !this.name.matches("[A-Za-z][A-Za-z0-9_]{0,59}")) {
				errors.rejectValue("name", "profile.attribute.fault.name");
			}
			if (this.type == Attribute.Type.ONE_OF && this.options.isEmpty()) {
				errors.rejectValue("options", "profile.attribute.fault.options");
			}
			if (this.options.lines().anyMatch((option) -> option.strip().length() > 1000)) {
				errors.rejectValue("options", "profile.fault.long");
			}
		}

	}

	/** An attribute and how many people have a value. */
	record Row(Attribute attribute, int used) {

	}

	@GetMapping
	String list(Model model) {
		List<Row> rows = this.attributes.findAllByOrderByLabel()
			.stream()
			.map((attribute) -> new Row(attribute, this.management.used(attribute)))
			.toList();
		model.addAttribute("rows", rows);
		return "person/attributes";
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(Form.BLANK, null, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView declare(@Valid @ModelAttribute("form") Form form, BindingResult result, Actor actor,
			RedirectAttributes redirect) {
		form.check(result, false);
		if (!result.hasErrors()) {
			try {
				Attribute declared = this.management.declare(form.name(), form.label(), type(form), form.options(),
						actor);
				Flash.done(redirect, "profile.attribute.created", declared.label());
				return list();
			}
			catch (DuplicateKeyException ex) {
				result.rejectValue("name", "profile.attribute.fault.taken");
			}
		}
		return page(form, null, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{id}")
	ModelAndView edit(@PathVariable String id) {
		Attribute attribute = this.attributes.get(id);
		return page(Form.of(attribute), attribute, HttpStatus.OK);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @Valid @ModelAttribute("form") Form form, BindingResult result,
			@RequestParam(defaultValue = "false") boolean anyway, Actor actor, RedirectAttributes redirect) {
		Attribute attribute = this.attributes.get(id);
		form.check(result, true);
		if (result.hasErrors()) {
			return page(form, attribute, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Attribute saved = this.management.edit(attribute.id(), form.version(), form.label(), type(form),
					form.options(), anyway, actor);
			Flash.done(redirect, "profile.attribute.saved", saved.label());
			return list();
		}
		catch (BrokenUsesException ex) {
			return page(form, attribute, HttpStatus.UNPROCESSABLE_CONTENT).addObject("breaks", ex.uses());
		}
	}

	@GetMapping("/{id}/deletion")
	ModelAndView ask(@PathVariable String id) {
		return deletion(this.attributes.get(id), HttpStatus.OK, false);
	}

	@DeleteMapping("/{id}")
	ModelAndView remove(@PathVariable String id, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "false") boolean anyway, Actor actor, RedirectAttributes redirect) {
		Attribute attribute = this.attributes.get(id);
		if (!name.strip().equals(attribute.name())) {
			return deletion(attribute, HttpStatus.UNPROCESSABLE_CONTENT, true);
		}
		try {
			this.management.remove(attribute, anyway, actor);
		}
		catch (BrokenUsesException ex) {
			return deletion(attribute, HttpStatus.UNPROCESSABLE_CONTENT, false).addObject("typed", name)
				.addObject("breaks", ex.uses());
		}
		Flash.done(redirect, "profile.attribute.deleted", attribute.label());
		return list();
	}

	private ModelAndView deletion(Attribute attribute, HttpStatus status, boolean mistyped) {
		return new ModelAndView("person/attribute-deletion", status).addObject("attribute", attribute)
			.addObject("used", this.management.used(attribute))
			.addObject("mistyped", mistyped);
	}

	private ModelAndView page(Form form, @Nullable Attribute attribute, HttpStatus status) {
		return new ModelAndView("person/attribute", status).addObject("form", form)
			.addObject("attribute", attribute)
			.addObject("used", (attribute != null) ? this.management.used(attribute) : 0)
			.addObject("types", Attribute.Type.values());
	}

	private static ModelAndView list() {
		return new ModelAndView("redirect:/settings/attributes");
	}

	private static Attribute.Type type(Form form) {
		return (form.type() != null) ? form.type() : Attribute.Type.TEXT;
	}

}

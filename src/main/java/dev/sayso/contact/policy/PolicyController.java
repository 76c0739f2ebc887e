package dev.sayso.contact.policy;

import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

/**
 * Shows and edits a policy, and redraws its form while somebody edits. The form of one
 * that exists is sent as PUT.
 */
@ConsolePage
@RequestMapping("/policies")
class PolicyController {

	private final ConsentPolicies policies;

	private final PolicyManagement management;

	private final PolicyConditions conditions;

	private final PolicyPage page;

	PolicyController(ConsentPolicies policies, PolicyManagement management, PolicyConditions conditions,
			PolicyPage page) {
		this.policies = policies;
		this.management = management;
		this.conditions = conditions;
		this.page = page;
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, PolicyPage.Movers movers,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		ConsentPolicy policy = this.policies.get(id);
		return this.page.render(PolicyForm.of(policy), PolicyPage.Subject.of(policy), movers,
				new PolicyPage.Mode(true, false, pageFrame.markets()), HttpStatus.OK);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid PolicyForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy policy = this.policies.get(id);
		PolicyPage.Subject subject = new PolicyPage.Subject(policy, PolicyDraft.read(fields));
		try {
			if (!errors.hasErrors()) {
				ConsentPolicy saved = this.management.edit(policy.id(), form.version(), form.name(), form.description(),
						subject.draft().content(this.conditions), actor);
				Flash.done(redirect, "policy.saved", saved.name());
				return new ModelAndView("redirect:/policies/" + saved.slug());
			}
		}
		catch (InvalidConditionException ex) {
			// the page says what is wrong with it
		}
		catch (StaleEditException ex) {
			return again(form, subject, HttpStatus.CONFLICT).addObject("stale", this.policies.get(id));
		}
		return again(form, subject, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@DeleteMapping("/{id}")
	String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		ConsentPolicy policy = this.policies.get(id);
		if (this.management.delete(policy, actor)) {
			Flash.done(redirect, "policy.deleted", policy.name());
			return "redirect:/policies";
		}
		Flash.error(redirect, "policy.fault.kept", policy.name());
		return "redirect:/policies/" + policy.slug();
	}

	/** Where somebody comes back to the address of a form, whose fields are gone. */
	@GetMapping({ "/draft", "/answer" })
	String back() {
		return "redirect:/policies";
	}

	/** The form again after one of its buttons. */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@ModelAttribute("form") PolicyForm form, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String act, @ModelAttribute("pageFrame") PageFrame pageFrame,
			HttpServletResponse response) {
		response.setHeader("HX-Trigger-After-Settle", "edited");
		PolicyPage.Subject edited = read(fields, act);
		return this.page
			.render(form, edited, PolicyPage.Movers.FIRST,
					new PolicyPage.Mode(false, pageFrame.markets(), pageFrame.markets()), HttpStatus.OK)
			.addObject("focus", edited.draft().focus(act));
	}

	/** What it would change, counted anew. */
	@RequestMapping(path = "/answer", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView preview(@ModelAttribute("form") PolicyForm form, @RequestParam MultiValueMap<String, String> fields,
			PolicyPage.Movers movers) {
		ModelAndView shown = this.page.render(form, read(fields, ""), movers, new PolicyPage.Mode(false, true, true),
				HttpStatus.OK);
		shown.setViewName("contact/policy/_preview :: answer");
		return shown;
	}

	private PolicyPage.Subject read(MultiValueMap<String, String> fields, String act) {
		String id = Objects.requireNonNullElse(fields.getFirst("policy"), "").strip();
		return new PolicyPage.Subject(id.isEmpty() ? null : this.policies.get(id),
				PolicyDraft.read(fields).after(act, this.conditions));
	}

	private ModelAndView again(PolicyForm form, PolicyPage.Subject subject, HttpStatus status) {
		return this.page.render(form, subject, PolicyPage.Movers.FIRST, new PolicyPage.Mode(true, true, true), status);
	}

}
